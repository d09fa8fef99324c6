import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, NativeSelect, NumberInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { FormFooter, FormGrid, FormPage } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { SetSourcingTermsDocument } from "../../gql/graphql";

const route = getRouteApi("/signedIn/inquiries/terms");
const percent = z.coerce.number<string | number>().min(0).max(100);
const termsSchema = z.object({
  mode: z.enum(["MARKUP", "DIRECT"]),
  ratePercent: percent,
  stepYuan: z.coerce.number<string | number>().min(0.01).max(1_000),
  floorPercent: percent,
});

/** How a bid becomes the customer's price, for inquiries sent from now on. */
export function TermsPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const { mode, rateBasisPoints, stepFen, floorBasisPoints } = data.sourcingTerms;
  const { form, submit, busy, alert } = useMutationForm({
    name: "sourcing-terms",
    schema: termsSchema,
    defaultValues: {
      mode,
      ratePercent: rateBasisPoints / 100,
      stepYuan: stepFen / 100,
      floorPercent: floorBasisPoints / 100,
    },
    document: SetSourcingTermsDocument,
    variables: (values) => ({
      input: {
        mode: values.mode,
        rateBasisPoints: Math.round(values.ratePercent * 100),
        stepFen: Math.round(values.stepYuan * 100),
        floorBasisPoints: Math.round(values.floorPercent * 100),
      },
    }),
    payload: (answer) => answer.setSourcingTerms,
    onDone: () => toast.ok(t`已保存，对之后发布的询价生效`),
  });
  const number = (name: "ratePercent" | "stepYuan" | "floorPercent", label: string) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput {...field} label={label} decimalScale={2} min={0} error={fieldState.error?.message} />
      )}
    />
  );
  return (
    <>
      <PageHeader title={t`加价规则`} back="/inquiries">
        <Trans>服务商的报价如何变成客户看到的价格。已发布的询价保持发布时的规则。</Trans>
      </PageHeader>
      <FormPage onSubmit={submit}>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Section title={t`规则`}>
          <FormGrid>
            <NativeSelect
              label={t`方式`}
              data={[
                { value: "MARKUP", label: t`加价：客户价 = 报价 + 加价` },
                { value: "DIRECT", label: t`直供：客户价 = 报价，平台抽成` },
              ]}
              {...form.register("mode")}
            />
            {number("ratePercent", t`比例（%）`)}
            {number("stepYuan", t`单价进位（元）`)}
            {number("floorPercent", t`最低毛利（成本的 %）`)}
          </FormGrid>
        </Section>
        <FormFooter>
          <Button type="submit" loading={busy}>
            <Trans>保存</Trans>
          </Button>
        </FormFooter>
      </FormPage>
    </>
  );
}
