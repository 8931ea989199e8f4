/** What became of the last thing that a person did here; nothing before they did any. */
export function Said({ words, failed }: { readonly words: string; readonly failed: boolean }) {
  return (
    <output className="said" data-failed={failed || undefined}>
      {words}
    </output>
  );
}
