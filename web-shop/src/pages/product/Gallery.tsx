import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { groundOf } from "../../features/shelf/ground";
import ground from "../../features/shelf/ground.module.css";
import css from "./ProductPage.module.css";

const PhotoLightbox = lazy(() => import("@kaidan/web-kit/ui/PhotoLightbox"));

type GalleryProps = {
  product: {
    readonly title: string;
    readonly picture: string | null;
    readonly gallery: readonly { readonly id: string; readonly url: string }[];
    readonly category: { readonly icon: string };
  };
};

/** The photos to swipe through, or our drawing where there are none. */
export function Gallery({ product }: GalleryProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<number>();
  const { gallery, title } = product;
  const count = gallery.length;
  const picture = product.picture ?? product.category.icon;
  if (count === 0) {
    return (
      <div className={`${css.art} ${ground.ground}`} data-ground={groundOf(picture)}>
        <CategoryArt name={picture} />
      </div>
    );
  }
  return (
    <>
      <ul className={`list ${css.gallery}`} aria-label={t`${title}的照片`}>
        {gallery.map((photo, index) => {
          const number = index + 1;
          return (
            <li key={photo.id}>
              <button type="button" onClick={() => setOpen(index)} aria-label={t`放大第 ${number}/${count} 张照片`}>
                <img
                  src={photo.url}
                  alt=""
                  width={800}
                  height={600}
                  loading={index === 0 ? "eager" : "lazy"}
                  decoding="async"
                />
              </button>
            </li>
          );
        })}
      </ul>
      {open !== undefined && (
        <Suspense>
          <PhotoLightbox photos={gallery} index={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
