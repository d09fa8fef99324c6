import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useKeptCity } from "../../features/shelf/kept-city";
import css from "./CategoryPage.module.css";

const route = getRouteApi("/shop/categories");

/** Every shelf of the shop, with how much stands on it. */
export function CategoriesPage() {
  const { t, i18n } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const region = useKeptCity();
  return (
    <>
      <PageHeader title={t`全部分类`} />
      {data.categories.length === 0 && <EmptyState title={t`还没有上架的服务。`} picture="repair" />}
      <ul className={`list ${css.list}`}>
        {data.categories.map(({ id, slug, name, nameEn, icon, productCount }) => (
          <li key={id}>
            <Link to="/c/$slug" params={{ slug }} search={{ region }} className={css.category}>
              <CategoryArt name={icon} size={56} />
              <span className={css.name}>
                <strong>{i18n.locale === "en" ? nameEn : name}</strong>
                <span className="muted small">
                  <Trans>{productCount} 项服务</Trans>
                </span>
              </span>
              <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
