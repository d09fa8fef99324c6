import css from "./CategoryArt.module.css";
import { pictures } from "./category-pictures";

export type PictureName = keyof typeof pictures;

/** The names a product or category may carry as its `picture` or `icon`. */
export const pictureNames = Object.keys(pictures) as PictureName[];

type CategoryArtProps = {
  /** A name the API gave; one we do not know yet shows the picture of repairs. */
  name: string | null | undefined;
  /** Edge in px; without it the art fills its box. */
  size?: number;
  /** With a soft disc behind it (default), or bare on a ground of your own. */
  disc?: boolean;
};

/** Our own duotone drawings, for categories and for products without photos. Decorative: the words beside it say it. */
export function CategoryArt({ name, size, disc = true }: CategoryArtProps) {
  const known = isPicture(name) ? name : "repair";
  return (
    <svg className={css.art} viewBox="0 0 96 96" width={size} height={size} aria-hidden focusable="false">
      {disc && <circle className={css.disc} cx="48" cy="50" r="42" />}
      {pictures[known]}
    </svg>
  );
}

function isPicture(name: string | null | undefined): name is PictureName {
  return name !== null && name !== undefined && name in pictures;
}
