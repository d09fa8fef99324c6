import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { RegionsSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { OnceSecret } from "@kaidan/web-kit/ui/OnceSecret";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { FormFooter, FormGrid, FormPage, wideField } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { EnterSupplierDocument } from "../../gql/graphql";
import { emptySupplier, newSupplierSchema } from "./new-supplier-schema";
import { ServiceRows } from "./ServiceRows";

type Entered = { id: string; name: string; link: string | null };

/** A supplier entered by hand, for whoever applied on paper; its services are in force at once. */
export function NewSupplierPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [entered, setEntered] = useState<Entered>();
  const { form, submit, busy, alert } = useMutationForm({
    name: "enter-supplier",
    schema: newSupplierSchema,
    defaultValues: emptySupplier,
    document: EnterSupplierDocument,
    variables: ({ services, ...details }, idempotencyKey) => ({
      input: {
        ...details,
        services: services.map(({ notes, ...row }) => ({ ...row, notes: notes || null })),
        idempotencyKey,
      },
    }),
    payload: (data) => data.enterSupplier,
    onDone: ({ supplier, invitationLink }) => {
      if (supplier) setEntered({ id: supplier.id, name: supplier.name, link: invitationLink });
    },
  });
  const { errors, isDirty } = form.formState;
  const name = entered?.name ?? "";

  return (
    <>
      <PageHeader title={t`录入服务商`} back="/suppliers">
        <Trans>保存后服务商立即可以接单，并生成负责人的一次性邀请链接。</Trans>
      </PageHeader>
      <FormPage onSubmit={submit}>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Section title={t`机构`}>
          <FormGrid>
            <TextInput
              label={t`机构名称`}
              autoComplete="organization"
              error={errors.organisation?.message}
              {...form.register("organisation")}
            />
            <TextInput
              label={t`统一社会信用代码`}
              autoComplete="off"
              error={errors.uscc?.message}
              {...form.register("uscc")}
            />
            <Textarea
              label={t`介绍（客户可见）`}
              wrapperProps={wideField}
              autosize
              minRows={2}
              maxRows={8}
              error={errors.introduction?.message}
              {...form.register("introduction")}
            />
          </FormGrid>
          <Controller
            control={form.control}
            name="regions"
            render={({ field, fieldState }) => (
              <RegionsSelect value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
            )}
          />
        </Section>
        <Section title={t`负责人`} lead={t`邮箱将成为负责人的登录账号。`}>
          <FormGrid>
            <TextInput label={t`姓名`} error={errors.contactName?.message} {...form.register("contactName")} />
            <TextInput
              label={t`电话`}
              inputMode="tel"
              error={errors.contactPhone?.message}
              {...form.register("contactPhone")}
            />
            <TextInput
              label={t`邮箱`}
              type="email"
              inputMode="email"
              error={errors.contactEmail?.message}
              {...form.register("contactEmail")}
            />
          </FormGrid>
        </Section>
        <ServiceRows form={form} />
        <FormFooter>
          <Button type="submit" loading={busy}>
            <Trans>保存并生成邀请链接</Trans>
          </Button>
        </FormFooter>
      </FormPage>
      <LeaveGuard dirty={isDirty && !entered} />
      <OnceSecret
        secret={entered?.link}
        title={t`负责人的邀请链接`}
        onClose={() => {
          if (entered) void navigate({ to: "/suppliers/$id", params: { id: entered.id }, ignoreBlocker: true });
        }}
      >
        <Trans>{name} 已录入。请把链接交给负责人，用它设置密码后即可登录服务商工作台。</Trans>
      </OnceSecret>
    </>
  );
}
