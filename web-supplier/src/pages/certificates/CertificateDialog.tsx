import { dayOf } from "@kaidan/web-kit/format/days";
import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import type { UploadedFile } from "@kaidan/web-kit/forms/upload";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Autocomplete, Button, Modal, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { SubmitCertificateDocument } from "../../gql/graphql";
import css from "./CertificatesPage.module.css";

const schema = z.object({
  kind: z.string().trim().min(1).max(40),
  no: z.string().trim().min(1).max(60),
  expiresOn: z.string().min(10),
  fileId: z.string().min(1),
});

type CertificateDialogProps = {
  /** A kind, "new", or undefined while the dialog is closed. */
  add: string | undefined;
  /** Kinds that services need or that are there already. */
  kinds: readonly string[];
  onClose: () => void;
  onDone: () => void;
};

/** Hands in a paper. Full screen on a phone. */
export function CertificateDialog({ add, ...form }: CertificateDialogProps) {
  const { t } = useLingui();
  const phone = useMediaQuery("(max-width: 640px)");
  return (
    <Modal
      opened={add !== undefined}
      onClose={form.onClose}
      title={t`上传证书`}
      fullScreen={phone}
      closeButtonProps={{ "aria-label": t`关闭` }}
    >
      {add !== undefined && <CertificateForm key={add} kind={add === "new" ? "" : add} {...form} />}
    </Modal>
  );
}

type CertificateFormProps = Omit<CertificateDialogProps, "add"> & { kind: string };

function CertificateForm({ kind, kinds, onClose, onDone }: CertificateFormProps) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const { form, submit, busy, alert } = useMutationForm({
    name: `certificate:${kind}`,
    schema,
    defaultValues: { kind, no: "", expiresOn: "", fileId: "" },
    document: SubmitCertificateDocument,
    variables: (values, idempotencyKey) => ({ input: { ...values, idempotencyKey } }),
    payload: (data) => data.submitCertificate,
    onDone: () => {
      toast.ok(t`已提交，核验后生效`);
      onDone();
      onClose();
    },
  });
  const { errors, isSubmitted } = form.formState;
  const chosenKind = useWatch({ control: form.control, name: "kind" });
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <Autocomplete
        label={t`证书名称`}
        description={t`与服务项目要求的名称一致`}
        data={[...kinds]}
        value={chosenKind}
        error={errors.kind?.message}
        data-autofocus
        onChange={(value) => form.setValue("kind", value, { shouldValidate: isSubmitted })}
      />
      <TextInput label={t`证书编号`} error={errors.no?.message} {...form.register("no")} />
      <TextInput
        type="date"
        label={t`有效期至`}
        min={today}
        error={errors.expiresOn?.message}
        {...form.register("expiresOn")}
      />
      <FileUpload
        purpose="CERTIFICATE"
        value={files}
        onChange={(next) => {
          setFiles(next);
          form.setValue("fileId", next[0]?.id ?? "", { shouldValidate: isSubmitted });
        }}
        label={t`证书照片或 PDF`}
        error={errors.fileId?.message}
      />
      <Button type="submit" loading={busy}>
        <Trans>提交核验</Trans>
      </Button>
    </form>
  );
}
