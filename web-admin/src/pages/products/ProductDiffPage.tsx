import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import css from "./ProductDiffPage.module.css";
import { useDifferenceWords } from "./useDifferenceWords";

const route = getRouteApi("/signedIn/products/$id/diff");

/** What changes from one version of a product to another, side by side. */
export function ProductDiffPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const product = data.staffProduct;
  const { from, to } = route.useSearch();
  const navigate = useNavigate();
  const words = useDifferenceWords();
  if (!product) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const sides = {
    from: from ?? product.published?.id ?? "",
    to: to ?? product.draft?.id ?? product.published?.id ?? "",
  };
  const numberOf = (id: string) => product.versions.find((version) => version.id === id)?.number ?? 0;
  const choose = (side: "from" | "to", id: string) =>
    void navigate({ to: `/products/${product.id}/diff`, search: { ...sides, [side]: id } });
  const picker = (side: "from" | "to", label: string) => (
    <NativeSelect label={label} value={sides[side]} onChange={(event) => choose(side, event.currentTarget.value)}>
      <option value="">—</option>
      {product.versions.map(({ id, number }) => (
        <option key={id} value={id}>
          v{number}
        </option>
      ))}
    </NativeSelect>
  );
  const rows = product.differences ?? [];
  return (
    <>
      <PageHeader title={t`${product.title}：版本对比`} back={`/products/${product.id}`} />
      <Section title={t`修改了什么`}>
        <div className={css.pickers}>
          {picker("from", t`从`)}
          {picker("to", t`到`)}
        </div>
        {rows.length === 0 ? (
          <p className="muted">{product.differences ? t`两个版本内容相同。` : t`选择两个版本来对比。`}</p>
        ) : (
          <div className={css.frame}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>内容</Trans>
                  </th>
                  <th scope="col">v{numberOf(sides.from)}</th>
                  <th scope="col">v{numberOf(sides.to)}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => {
                  const { what, before, after } = words(row);
                  return (
                    <tr key={`${row.area}:${row.subject}:${row.field}`} data-kind={row.kind}>
                      <th scope="row">{what}</th>
                      <td className={css.before}>{before}</td>
                      <td className={css.after}>{after}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        )}
      </Section>
    </>
  );
}
