import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { groundOf } from "./ground";
import ground from "./ground.module.css";
import css from "./ProductCard.module.css";

type ProductPictureProps = {
  product: {
    readonly picture: string | null;
    readonly gallery: readonly { readonly url: string }[];
    readonly category: { readonly icon: string };
  };
  /** Load at once: what is in view when the page opens. */
  eager?: boolean;
};

/** The first photo of a product, 4:3, or our drawing where there is none. Decorative: the title stands beside it. */
export function ProductPicture({ product, eager = false }: ProductPictureProps) {
  const [photo] = product.gallery;
  const picture = product.picture ?? product.category.icon;
  return (
    <div className={`${css.picture} ${ground.ground}`} data-ground={groundOf(picture)}>
      {photo ? (
        <img src={photo.url} alt="" width={400} height={300} loading={eager ? "eager" : "lazy"} decoding="async" />
      ) : (
        <CategoryArt name={picture} />
      )}
    </div>
  );
}
