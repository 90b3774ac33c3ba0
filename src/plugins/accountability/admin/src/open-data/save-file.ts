/** Saves a complete file through the browser's download. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the content some time after the click.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
