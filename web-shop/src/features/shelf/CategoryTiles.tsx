import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import css from "./CategoryTiles.module.css";
import { groundOf } from "./ground";

type CategoryTilesProps = {
  categories: readonly {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly nameEn: string;
    readonly icon: string;
  }[];
  region: string | undefined;
};

/** The shelves as pictures with a word. */
export function CategoryTiles({ categories, region }: CategoryTilesProps) {
  const { i18n } = useLingui();
  return (
    <ul className={`list ${css.tiles}`}>
      {categories.map((category) => (
        <li key={category.id}>
          <Link to="/c/$slug" params={{ slug: category.slug }} search={{ region }} className={css.tile}>
            <span className={css.art} data-ground={groundOf(category.icon)}>
              <CategoryArt name={category.icon} size={60} />
            </span>
            {i18n.locale === "en" ? category.nameEn : category.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
