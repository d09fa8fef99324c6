import { useQuery } from "@apollo/client/react";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { couponKindWords, funderWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Drawer, NativeSelect, TextInput } from "@mantine/core";
import { Controller, type UseFormReturn } from "react-hook-form";
import { MakeCouponDocument, PriceScopeGroupsDocument } from "../../gql/graphql";
import { type CouponValues, couponInput, couponSchema, emptyCoupon } from "./coupon-schema";
import { Options } from "./RuleFields";
import { ScopeFields } from "./ScopeFields";

type MakeCouponProps = { opened: boolean; onClose: () => void; onMade: () => void };

/** A coupon in a drawer. Its terms never change once it is made. */
export function MakeCoupon({ opened, onClose, onMade }: MakeCouponProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={t`新建优惠券`}
      closeButtonProps={{ "aria-label": t`关闭` }}
    >
      <CouponForm onMade={onMade} />
    </Drawer>
  );
}

function CouponForm({ onMade }: { onMade: () => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "make-coupon",
    schema: couponSchema,
    defaultValues: emptyCoupon,
    document: MakeCouponDocument,
    variables: (values, idempotencyKey) => ({ input: couponInput(values, idempotencyKey) }),
    payload: (data) => data.makeCoupon,
    onDone: onMade,
  });
  const { errors } = form.formState;
  const kind = form.watch("kind");
  const groups = useQuery(PriceScopeGroupsDocument).data?.customerGroups;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <TextInput
        label={t`优惠码`}
        description={t`3 至 24 个字母、数字或连字符，不分大小写`}
        data-autofocus
        classNames={{ input: "mono" }}
        error={errors.code?.message}
        {...form.register("code")}
      />
      <TextInput
        label={t`名称`}
        description={t`客户在价格明细里会看到`}
        error={errors.name?.message}
        {...form.register("name")}
      />
      <NativeSelect label={t`方式`} {...form.register("kind")}>
        <Options words={couponKindWords} />
      </NativeSelect>
      {kind === "AMOUNT" ? (
        <Amount form={form} name="amount" label={t`减多少（元）`} />
      ) : (
        <>
          <TextInput
            label={t`减百分之几`}
            inputMode="decimal"
            error={errors.percent?.message}
            {...form.register("percent")}
          />
          <Amount form={form} name="maxDiscount" label={t`最多减（选填）`} />
        </>
      )}
      <Amount form={form} name="minSpend" label={t`满多少可用（选填）`} />
      <TextInput
        label={t`总共可用次数（选填）`}
        inputMode="numeric"
        error={errors.limitTotal?.message}
        {...form.register("limitTotal")}
      />
      <TextInput
        label={t`每位客户可用次数（选填）`}
        inputMode="numeric"
        error={errors.limitPerCustomer?.message}
        {...form.register("limitPerCustomer")}
      />
      <NativeSelect
        label={t`由谁承担`}
        description={form.watch("fundedBy") === "SUPPLIER" ? t`从所限服务商的应得里减` : t`从平台的毛利里减`}
        {...form.register("fundedBy")}
      >
        <Options words={funderWords} />
      </NativeSelect>
      <ScopeFields
        value={form.watch()}
        onChange={(name, ids) => form.setValue(name, ids, { shouldDirty: true })}
        groups={groups ?? []}
      />
      <TextInput
        type="datetime-local"
        label={t`从何时起`}
        error={errors.validFrom?.message}
        {...form.register("validFrom")}
      />
      <TextInput
        type="datetime-local"
        label={t`到何时止`}
        error={errors.validTo?.message}
        {...form.register("validTo")}
      />
      <div>
        <Button type="submit" loading={busy}>
          <Trans>发放优惠券</Trans>
        </Button>
      </div>
    </form>
  );
}

type AmountProps = {
  form: UseFormReturn<CouponValues, unknown, CouponValues>;
  name: "amount" | "maxDiscount" | "minSpend";
  label: string;
};

function Amount({ form, name, label }: AmountProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <MoneyInput
          ref={field.ref}
          label={label}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
