import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Drawer, TextInput } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { StaleNotice } from "../../features/console/StaleNotice";
import { SaveWechatTemplateDocument, type TemplateRowFragment } from "../../gql/graphql";

const schema = z.object({
  templateId: z.string().trim().max(64),
  fields: z.record(z.string(), z.string().trim().max(40)),
});

type EditTemplateProps = {
  template: TemplateRowFragment;
  onClose: () => void;
  /** Asks for the newest copy after somebody else has changed it. */
  reload: () => Promise<unknown>;
};

/** The template's number and the key of each row, by hand. */
export function EditTemplate({ template, onClose, reload }: EditTemplateProps) {
  const { t } = useLingui();
  const { title } = template;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t`编辑「${title}」`}
      closeButtonProps={{ "aria-label": t`关闭` }}
    >
      <TemplateForm key={template.version} template={template} onClose={onClose} reload={reload} />
    </Drawer>
  );
}

function TemplateForm({ template, onClose, reload }: EditTemplateProps) {
  const { t } = useLingui();
  const [stale, setStale] = useState(false);
  const { form, submit, busy, alert } = useMutationForm({
    name: `save-template:${template.code}`,
    schema,
    defaultValues: {
      templateId: template.templateId ?? "",
      fields: Object.fromEntries(template.fields.map(({ name, key }) => [name, key ?? ""])),
    },
    document: SaveWechatTemplateDocument,
    variables: ({ templateId, fields }) => ({
      input: {
        code: template.code,
        templateId: templateId || null,
        fields: templateId ? template.fields.map(({ name }) => ({ name, key: fields[name] ?? "" })) : [],
        version: template.version,
      },
    }),
    payload: (data) => data.saveWechatTemplate,
    onDone: () => {
      toast.ok(t`模板已保存`);
      onClose();
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });
  const { errors } = form.formState;
  const fieldsProblem = typeof errors.fields?.message === "string" ? errors.fields.message : undefined;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {stale && <StaleNotice onReload={async () => void (await reload())} />}
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      {template.problem && <Alert color="yellow">{template.problem}</Alert>}
      <TextInput
        label={t`模板 ID`}
        description={t`微信公众平台「模板消息 → 我的模板」里的编号；清空则恢复按标题自动对应`}
        error={errors.templateId?.message}
        {...form.register("templateId")}
      />
      {fieldsProblem && <Alert color="red">{fieldsProblem}</Alert>}
      {template.fields.map(({ name, label, type }) => (
        <TextInput
          key={name}
          label={label}
          description={t`字段名，类型 ${type}，例如 ${type}1`}
          error={errors.fields?.[name]?.message}
          {...form.register(`fields.${name}`)}
        />
      ))}
      <div className="row">
        <Button type="submit" loading={busy}>
          <Trans>保存</Trans>
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>取消</Trans>
        </Button>
      </div>
    </form>
  );
}
