// How to check a bundle, in words and commands. The commands are run by a test as they stand here.

const FILES = `How to check this bundle, offline

1. Every file is what it was when the bundle was made:
     sha512sum -c manifest-sha512.txt
2. The record is the one that its log sealed (any Node.js from 22 on):
     node data/verify/verify.mjs .
   With a checkpoint that you were handed before, it shows whether anything before it was changed since:
     node data/verify/verify.mjs . --checkpoint FILE
3. Without our code, the signature of the checkpoint, with openssl:
     head -n 3 data/log/checkpoint > ../signed.txt
     tail -n 1 data/log/checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > ../signature.bin
     openssl pkeyutl -verify -pubin -inkey data/log/key.pem -rawin -in ../signed.txt -sigfile ../signature.bin
`;

const WHOLE = `4. Without our code, the log: data/log holds it in the public format of C2SP tlog-tiles. In Go, golang.org/x/mod/sumdb/note
   opens data/log/checkpoint with the key of data/log/key.txt, and golang.org/x/mod/sumdb/tlog makes the root again from
   the entries in data/log/tile/entries (each after two bytes of its length).
`;

const CHOSEN = `4. Without our code, that each entry is in the log. data/entries has the chosen entries, and for each a proof in the public
   format of C2SP tlog-proof. data/log/tile has the hash of every entry of the log (C2SP tlog-tiles), which tells nothing of
   it: golang.org/x/mod/sumdb/tlog makes the root again from them, in Go. An entry and its own hash there must agree, and
   what an entry says and the digest in it; with sha256sum, each pair of these lines must be the same:
`;

const RETIRED = `5. The log's key was changed, and you may have been told an older one. The first key's
   last checkpoint names the second, and both signed it; the signature of the first, with openssl:
     head -n 3 data/log/retired/1.checkpoint > ../signed.txt
     sed -n 5p data/log/retired/1.checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > ../signature.bin
     openssl pkeyutl -verify -pubin -inkey data/log/retired/1.pem -rawin -in ../signed.txt -sigfile ../signature.bin
   The entry that names the second key is the last one that this checkpoint covers: data/payloads has what it says. Where
   it says "lost":true the first key was gone and did not sign: nothing but outside witnesses ties the two keys then.
`;

const LAST = `
data/log/key.txt is the log's key of today as its maker gives it. Compare it with the one that you were told by another way.
An entry without a file in data/payloads was withheld or erased; that it stands in the log, and where, is proved all the same.
`;

const OF_CHOSEN = `
This bundle holds chosen claims. data/selection.json says which, which others are here because they speak against them, and
how many of those were withheld. Nothing in it shows what else the record holds.
`;

/** @param retired - whether the log's key was changed, so that `data/log/retired` is there */
export const wholeReadme = (retired: boolean): string => FILES + WHOLE + (retired ? RETIRED : '') + LAST;

/** @param entry - index of one of the chosen entries whose payload goes out, for the commands; `tile` is the path of the tile that has its hash */
export function chosenReadme(entry: number, tile: string, retired: boolean): string {
  const at = 32 * (entry % 256);
  const commands = [
    `(printf '\\0'; cat data/entries/${entry}.json) | sha256sum | cut -c1-64`,
    `tail -c +${at + 1} data/log/${tile} | head -c 32 | od -An -v -tx1 | tr -d ' \\n'`,
    `node -e 'const {payload,salt}=JSON.parse(fs.readFileSync(0));process.stdout.write(Buffer.concat([Buffer.from(salt,"hex"),Buffer.from(payload)]))' < data/payloads/${entry}.json | sha256sum | cut -c1-64`,
    `grep -o '"digest":"[0-9a-f]*"' data/entries/${entry}.json | cut -c11-74`,
  ];
  return `${FILES}${CHOSEN}${commands.map((command) => `     ${command}\n`).join('')}${retired ? RETIRED : ''}${OF_CHOSEN}${LAST}`;
}
