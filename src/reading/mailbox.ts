// A mailbox file is messages one after another, each after a line "From …" that follows an empty line.
// Source: RFC 4155, appendix A; lines of a message that begin like that were given a ">" (mboxrd), which is taken off again.

/** The messages' bytes in order, as views where nothing had to be taken off. */
export function* mailboxMessages(bytes: Uint8Array): Generator<Uint8Array> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = afterLine(data, 0);
  for (let next = nextSeparator(data, start); next >= 0; next = nextSeparator(data, start)) {
    yield unquoted(data.subarray(start, next));
    start = afterLine(data, next + 1);
  }
  yield unquoted(data.subarray(start));
}

/** Where the line feed before the next "From " stands, or -1. */
function nextSeparator(data: Buffer, from: number): number {
  for (let at = data.indexOf('\nFrom ', Math.max(0, from - 1)); at >= 0; at = data.indexOf('\nFrom ', at + 1)) {
    const emptyBefore = at === 0 || data[at - 1] === 0x0a || (data[at - 1] === 0x0d && data[at - 2] === 0x0a);
    const line = data.toString('latin1', at + 1, afterLine(data, at + 1));
    if (emptyBefore && /^From \S+ .*\d{4}\s*$/.test(line)) return at;
  }
  return -1;
}

function afterLine(data: Buffer, from: number): number {
  const end = data.indexOf('\n', from);
  return end < 0 ? data.length : end + 1;
}

function unquoted(message: Buffer): Uint8Array {
  if (!message.includes('\n>From ') && !message.includes('\n>>From ')) return message;
  return Buffer.from(message.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
