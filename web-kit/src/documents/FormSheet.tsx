import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import type { ComponentProps } from "react";
import { DocumentText } from "../ui/DocumentText";
import { PageHeader } from "../ui/PageHeader";
import { StatusTag } from "../ui/StatusTag";
import type { FormRow } from "./FormList";
import { PrintButton } from "./PrintButton";

type FormSheetProps = {
  form: Pick<FormRow, "id" | "no" | "title" | "state"> & {
    readonly hash: string;
    readonly voidReason?: string | null;
    readonly text: ComponentProps<typeof DocumentText>["blocks"];
  };
  /** Path of the list it stands in. */
  back: string;
};

/** One form as it was issued, with its file and its fingerprint. */
export function FormSheet({ form, back }: FormSheetProps) {
  const { voidReason } = form;
  return (
    <>
      <PageHeader
        title={form.title}
        back={back}
        aside={<StatusTag of="FormState" state={form.state} />}
        actions={<PrintButton formId={form.id} title={form.title} />}
      >
        <span className="mono">{form.no}</span>
      </PageHeader>
      <div className="stack">
        {voidReason && (
          <Alert color="gray">
            <Trans>作废原因：{voidReason}</Trans>
          </Alert>
        )}
        <section className="card">
          <DocumentText blocks={form.text} />
        </section>
        <p className="muted small" style={{ overflowWrap: "anywhere" }}>
          <Trans>内容校验</Trans> <span className="mono">{form.hash}</span>
        </p>
      </div>
    </>
  );
}
