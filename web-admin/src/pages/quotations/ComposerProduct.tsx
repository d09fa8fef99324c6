import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { FormGrid, wideField } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { QuotableProductsDocument, QuotedProductDocument, type QuoteProductQuery } from "../../gql/graphql";
import { ProductWishes } from "./ProductWishes";

export type Proposal = NonNullable<QuoteProductQuery["quoteProduct"]["proposal"]>;
type ProductProps = { customerId: string | null; onProposal: (regionCode: string, proposal: Proposal) => void };

const PAUSE_MS = 300;

/** Fills the version from a product of the shop: its lines, suppliers, sums and plan, all of which may be edited then. */
export function ComposerProduct({ customerId, onProposal }: ProductProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [slug, setSlug] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const [typed] = useDebouncedValue(words, PAUSE_MS);
  const list = useQuery(QuotableProductsDocument, { variables: { search: typed.trim() || null }, skip: !open });
  const { data } = useQuery(QuotedProductDocument, { variables: { slug: slug ?? "" }, skip: slug === null });
  const found = (list.data ?? list.previousData)?.products.edges ?? [];
  const options = found.map(({ node }) => ({ value: node.slug, label: node.title }));
  const product = slug === null ? null : data?.product;
  const known = !product || options.some(({ value }) => value === product.slug);
  return (
    <Section title={t`从商品带入`} lead={t`按计价规则算出明细，带入后每一项都可以再改。`}>
      {open ? (
        <>
          <FormGrid>
            <Select
              label={t`商品`}
              wrapperProps={wideField}
              searchable
              clearable
              data={known ? options : [{ value: product.slug, label: product.title }, ...options]}
              value={slug}
              filter={({ options: all }) => all}
              nothingFoundMessage={list.loading ? t`查找中…` : t`没有这样的商品`}
              onSearchChange={setWords}
              onChange={setSlug}
            />
          </FormGrid>
          {product && (
            <ProductWishes
              key={product.id}
              product={product}
              customerId={customerId}
              onProposal={(regionCode, proposal) => {
                onProposal(regionCode, proposal);
                setOpen(false);
              }}
            />
          )}
        </>
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            <Trans>选择商品</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}
