/** Hands a whole file to the browser, which saves it as it saves downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser takes hold of the content some time after the click.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
