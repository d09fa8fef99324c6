import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag, ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { PencilLine } from "lucide-react";
import type { ProductsPageQuery } from "../../gql/graphql";

type Product = ProductsPageQuery["staffProducts"]["edges"][number]["node"];

/** The list of products: what is on sale and what is being prepared. */
export function useProductColumns(): Column<Product>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    {
      key: "title",
      head: t({ message: "商品", context: "one" }),
      narrow: "title",
      cell: ({ title, slug }) => title || slug,
    },
    { key: "slug", head: t`网址名`, cell: ({ slug }) => <span className="mono">{slug}</span> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="ProductState" state={state} /> },
    {
      key: "category",
      head: t`分类`,
      cell: ({ published, draft }) => {
        const category = (published ?? draft)?.category;
        return category ? (i18n.locale === "en" ? category.nameEn : category.name) : "—";
      },
    },
    {
      key: "published",
      head: t`在售版本`,
      align: "end",
      cell: ({ published }) => (published ? `v${published.number}` : "—"),
    },
    {
      key: "draft",
      head: t`草稿`,
      cell: ({ draft, published }) => {
        if (!draft) return "—";
        const number = draft.number;
        return (
          <ToneTag tone="info" icon={PencilLine}>
            {published ? t`v${number} 未发布` : `v${number}`}
          </ToneTag>
        );
      },
    },
    { key: "sold", head: t`已售`, align: "end", cell: ({ soldCount }) => soldCount },
    {
      key: "publishedAt",
      head: t`发布时间`,
      cell: ({ published }) => (published?.publishedAt ? <DateText at={published.publishedAt} as="absolute" /> : "—"),
    },
  ];
}
