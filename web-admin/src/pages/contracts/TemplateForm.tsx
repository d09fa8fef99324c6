import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { z } from "zod";
import { Columns, Section } from "../../features/console/Section";
import { type ContractTemplateDetailsFragment, SaveContractTemplateDocument } from "../../gql/graphql";
import css from "./Contracts.module.css";
import { TemplatePreview } from "./TemplatePreview";

const schema = z.object({
  code: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(60),
  text: z.string().min(1).max(10_000),
});

const START = `# 一、服务内容与价款
甲方 {{customer.name}} 委托乙方提供 {{order.title}}（订单 {{order.no}}），价款共计 {{total}}，大写 {{totalInCapitals}}。

{{lines}}

# 二、付款
{{plan}}

{{signatures}}`;

type TemplateFormProps = {
  template: ContractTemplateDetailsFragment | undefined;
  onSaved: (template: ContractTemplateDetailsFragment) => void;
  onStale: () => void;
};

/** A wording and what it becomes, side by side; a mistake is marked in the text. */
export function TemplateForm({ template, onSaved, onStale }: TemplateFormProps) {
  const { t } = useLingui();
  const area = useRef<HTMLTextAreaElement>(null);
  const { form, submit, busy, alert } = useSaving({ template, onSaved, onStale });
  const { errors, isDirty } = form.formState;
  const text = form.watch("text");
  const field = form.register("text");

  function mark(from: number, to: number): void {
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
  }
  function put(place: string): void {
    const at = area.current?.selectionStart ?? text.length;
    form.setValue("text", `${text.slice(0, at)}{{${place}}}${text.slice(at)}`, { shouldDirty: true });
    area.current?.focus();
  }

  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard dirty={isDirty} />
      <Columns
        main={
          <Section title={t`正文`}>
            <div className={css.template}>
              {alert && (
                <Alert color="red" role="alert">
                  {alert}
                </Alert>
              )}
              <TextInput
                label={t`编码`}
                readOnly={template !== undefined}
                error={errors.code?.message}
                {...form.register("code")}
              />
              <TextInput label={t`名称`} error={errors.name?.message} {...form.register("name")} />
              <TextInput label={t`合同标题`} error={errors.title?.message} {...form.register("title")} />
              <Textarea
                className={css.text}
                label={t`正文`}
                description={t`以“# ”开头的行是标题，空行分段，双花括号里是自动填写的内容。`}
                autosize
                minRows={16}
                maxRows={40}
                error={errors.text?.message}
                {...field}
                ref={(element) => {
                  field.ref(element);
                  area.current = element;
                }}
              />
              <div>
                <Button type="submit" loading={busy}>
                  <Trans>保存为新版本</Trans>
                </Button>
              </div>
            </div>
          </Section>
        }
        side={<TemplatePreview text={text} onMark={mark} onPut={put} />}
      />
    </form>
  );
}

function useSaving({ template, onSaved, onStale }: TemplateFormProps) {
  const { t } = useLingui();
  const newest = template?.wordings[0];
  const saving = useMutationForm({
    name: `save-contract-template:${template?.code ?? "new"}`,
    schema,
    defaultValues: {
      code: template?.code ?? "",
      name: template?.name ?? "",
      title: newest?.title ?? "",
      text: newest?.text ?? START,
    },
    document: SaveContractTemplateDocument,
    variables: (values) => ({ input: { ...values, version: template?.version ?? 0 } }),
    payload: (data) => data.saveContractTemplate,
    onDone: ({ template: saved }) => {
      saving.form.reset(saving.form.getValues());
      toast.ok(t`模板已保存`);
      if (saved) onSaved(saved);
    },
    onRefused: ({ userErrors }) => {
      if (userErrors.some(({ code }) => code === "STALE_VERSION")) onStale();
    },
  });
  return saving;
}
