import type { Photo } from "@kaidan/web-kit/ui/PhotoGrid";

/** Fetches the photos of the next report while this one is judged; shows nothing. */
export function NextPhotos({ photos }: { photos: readonly Photo[] }) {
  return photos.map(({ id, url }) => <link key={id} rel="prefetch" as="image" href={url} />);
}
