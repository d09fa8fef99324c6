import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { z } from "zod";
import { Columns, Section } from "../../features/console/Section";
import { type FormWordingDetailsFragment, SaveFormWordingDocument } from "../../gql/graphql";
import { WordingPreview } from "./WordingPreview";

const schema = z.object({ title: z.string().trim().min(1).max(60), text: z.string().min(1).max(5_000) });

type WordingFormProps = { wording: FormWordingDetailsFragment; onMoved: () => void };

/** A wording and what it becomes, side by side; a mistake is marked in the text. */
export function WordingForm({ wording, onMoved }: WordingFormProps) {
  const { t } = useLingui();
  const { can } = useMe();
  const area = useRef<HTMLTextAreaElement>(null);
  const { form, submit, busy, alert } = useSaving({ wording, onMoved });
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
            <div className="stack">
              {alert && (
                <Alert color="red" role="alert">
                  {alert}
                </Alert>
              )}
              <TextInput label={t`标题`} error={errors.title?.message} {...form.register("title")} />
              <Textarea
                label={t`正文`}
                description={t`以“# ”开头的行是标题，空行分段，双花括号里是自动填写的内容。`}
                autosize
                minRows={12}
                maxRows={30}
                error={errors.text?.message}
                {...field}
                ref={(element) => {
                  field.ref(element);
                  area.current = element;
                }}
              />
              <div>
                <Button type="submit" loading={busy} disabled={!can("documents.manage")}>
                  <Trans>保存为新版本</Trans>
                </Button>
              </div>
            </div>
          </Section>
        }
        side={can("documents.manage") && <WordingPreview text={text} onMark={mark} onPut={put} />}
      />
    </form>
  );
}

function useSaving({ wording: { code, number, title, text }, onMoved }: WordingFormProps) {
  const { t } = useLingui();
  const saving = useMutationForm({
    name: `save-form-wording:${code}:${number}`,
    schema,
    defaultValues: { title, text },
    document: SaveFormWordingDocument,
    variables: (values) => ({ input: { ...values, code, number } }),
    payload: (data) => data.saveFormWording,
    onDone: () => {
      saving.form.reset(saving.form.getValues());
      toast.ok(t`单据文字已保存`);
      onMoved();
    },
    onRefused: ({ userErrors }) => {
      if (userErrors.some((refused) => refused.code === "STALE_VERSION")) onMoved();
    },
  });
  return saving;
}
