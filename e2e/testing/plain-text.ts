/** A line of a question as people read it: without the marks of Markdown within a line. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
