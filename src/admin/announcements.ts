/**
 * Marks Strapi's own announcements as seen: editors come for commitments, not for news of the software.
 * Strapi has no setting for the banner of its media library, only what a browser remembers per site.
 */
export async function dismissAnnouncements(): Promise<void> {
  const response = await fetch('/admin/init').catch(() => null);
  if (!response?.ok) return;
  const { data } = (await response.json()) as { data: { uuid: string | false } };
  for (const legacy of [true, false]) {
    window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${legacy}:${data.uuid}`, 'true');
  }
}
