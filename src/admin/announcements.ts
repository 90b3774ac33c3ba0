/**
 * Marks Strapi's product announcements as seen: they do not concern editors. Strapi has no setting for the banner
 * of its media library, only a browser's local storage per site.
 */
export async function dismissAnnouncements(): Promise<void> {
  const response = await fetch('/admin/init').catch(() => null);
  if (!response?.ok) return;
  const { data } = (await response.json()) as { data: { uuid: string | false } };
  for (const legacy of [true, false]) {
    window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${legacy}:${data.uuid}`, 'true');
  }
}
