import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { Section } from "../../features/console/Section";
import { type StaffContractDetailsFragment, UploadContractScansDocument } from "../../gql/graphql";
import css from "./Contracts.module.css";

type Files = ComponentProps<typeof FileUpload>["value"];
type UploadScansProps = { contract: StaffContractDetailsFragment; onStale: () => void };

/** The paper came by post or over the counter: staff scan it in. Then another colleague verifies it. */
export function UploadScans({ contract: { id, version, scans }, onStale }: UploadScansProps) {
  const { t } = useLingui();
  const [files, setFiles] = useState<Files>([]);
  const once = useIdempotencyKey(`scan:${id}:${version}`);
  const { act, busy } = useAct(UploadContractScansDocument, (data) => data.uploadContractScans);
  async function send(): Promise<void> {
    const fileIds = files.map((file) => file.id);
    const done = await act({ input: { contractId: id, version, fileIds, idempotencyKey: once.key() } });
    once.answered();
    if (!done) return onStale();
    toast.ok(t`已提交，等另一位同事核验`);
  }
  return (
    <Section
      title={scans.length > 0 ? t`换一份签署页` : t`录入签署页`}
      lead={t`客户邮寄或当面交来纸质合同时，在这里上传扫描件；录入人不能自己核验。`}
    >
      <div className={css.fields}>
        <FileUpload purpose="CONTRACT" label={t`签好的合同`} value={files} onChange={setFiles} max={20} />
        <div>
          <Button variant="default" loading={busy} disabled={files.length === 0} onClick={() => void send()}>
            <Trans>提交核验</Trans>
          </Button>
        </div>
      </div>
    </Section>
  );
}
