import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import css from "./PhotoGrid.module.css";

export type Photo = {
  readonly id: string;
  readonly url: string;
  readonly width?: number | null;
  readonly height?: number | null;
};

const PhotoLightbox = lazy(() => import("./PhotoLightbox"));

/** Photos as a row of thumbnails; a press opens the viewer, whose code loads only then. */
export function PhotoGrid({ photos, label }: { photos: readonly Photo[]; label: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<number>();
  if (photos.length === 0) return null;
  const total = photos.length;
  return (
    <>
      <ul className={`list ${css.grid}`} aria-label={label}>
        {photos.map((photo, index) => {
          const number = index + 1;
          return (
            <li key={photo.id}>
              <button type="button" className={css.photo} onClick={() => setOpen(index)}>
                <img src={photo.url} alt={t`${label} 第 ${number}/${total} 张`} loading="lazy" decoding="async" />
              </button>
            </li>
          );
        })}
      </ul>
      {open !== undefined && (
        <Suspense>
          <PhotoLightbox photos={photos} index={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
