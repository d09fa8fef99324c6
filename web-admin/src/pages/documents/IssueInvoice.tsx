import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Modal, TextInput } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { z } from "zod";
import { IssueInvoiceDocument } from "../../gql/graphql";
import type { InvoiceActProps } from "./InvoiceActs";

const schema = z.object({ invoiceNo: z.string().trim().min(1).max(40) });

type Files = ComponentProps<typeof FileUpload>["value"];

/** Notes the invoice that was made outside, with its number and, if there is one, its file. */
export function IssueInvoice({ invoice: { id, version }, onDone }: InvoiceActProps) {
  const { t } = useLingui();
  const [files, setFiles] = useState<Files>([]);
  const { form, submit, busy, alert } = useMutationForm({
    name: `issue-invoice:${id}:${version}`,
    schema,
    defaultValues: { invoiceNo: "" },
    document: IssueInvoiceDocument,
    variables: (values) => ({ input: { invoiceId: id, version, fileId: files[0]?.id ?? null, ...values } }),
    payload: (data) => data.issueInvoice,
    onDone: () => {
      toast.ok(t`发票已登记`);
      onDone();
    },
  });
  return (
    <Modal opened onClose={onDone} title={t`登记发票`} centered closeButtonProps={{ "aria-label": t`关闭` }}>
      <form onSubmit={submit} noValidate className="stack">
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <TextInput
          label={t`发票号码`}
          error={form.formState.errors.invoiceNo?.message}
          {...form.register("invoiceNo")}
        />
        <FileUpload purpose="INVOICE" label={t`发票文件`} value={files} onChange={setFiles} />
        <div>
          <Button type="submit" loading={busy}>
            <Trans>登记</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
