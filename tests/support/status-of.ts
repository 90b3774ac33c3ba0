/** The status of an answer that is read to its end: an export that nobody reads holds a slot of its reader's address. */
export async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.status;
}
