import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import * as z from "zod/mini";
import { type Configuration, configure, type Wishes, wishesOf } from "../../features/configure/configuration";
import { type NewQuotePageQuery, RequestQuotationDocument } from "../../gql/graphql";
import { AskedProduct } from "./AskedProduct";
import css from "./Quotes.module.css";

const route = getRouteApi("/shop/signedIn/quotes/new");

const schema = z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)) });

/** Asks the platform for a price of a product, with everything that was told on the product's page. */
export function NewQuotePage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const { product: slug, ...search } = route.useSearch();
  const { product } = data;
  if (!product) return <NotFoundState home="/" />;
  const configuration = configure(product, search);
  const wishes = wishesOf(product, configuration);
  return (
    <div className={css.narrow}>
      <PageHeader title={t`获取报价`} back={`/p/${slug}`}>
        <Trans>平台会核对需求并发来正式报价，可以反复修改，满意再接受。</Trans>
      </PageHeader>
      {wishes ? (
        <AskForm product={product} configuration={configuration} wishes={wishes} />
      ) : (
        <EmptyState
          title={t`这项服务暂未在任何城市开通`}
          picture="bookkeeping"
          action={
            <ButtonLink to="/categories">
              <Trans>看看别的服务</Trans>
            </ButtonLink>
          }
        />
      )}
    </div>
  );
}

type AskProps = { product: NonNullable<NewQuotePageQuery["product"]>; configuration: Configuration; wishes: Wishes };

function AskForm({ product, configuration, wishes }: AskProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { form, submit, busy, alert } = useMutationForm({
    name: `request-quotation:${product.id}`,
    schema,
    defaultValues: { text: "" },
    document: RequestQuotationDocument,
    variables: ({ text }, idempotencyKey) => ({ input: { ...wishes, text, idempotencyKey } }),
    payload: (data) => data.requestQuotation,
    onDone: async ({ quotation }) => {
      if (quotation) await navigate({ to: "/quotes/$no", params: { no: quotation.no }, replace: true });
    },
  });
  return (
    <form noValidate onSubmit={submit} className={css.fields}>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <AskedProduct product={product} configuration={configuration} />
      <section className="card">
        <Textarea
          label={t`还有什么要求？`}
          placeholder={t`例如：尺寸和材料、希望的工期、预算、现场情况`}
          rows={5}
          error={form.formState.errors.text?.message}
          {...form.register("text")}
        />
      </section>
      <Button type="submit" size="md" loading={busy}>
        <Trans>提交，获取报价</Trans>
      </Button>
    </form>
  );
}
