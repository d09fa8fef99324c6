import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { type OrderPaperFragment, UploadSignedContractDocument } from "../../gql/graphql";
import css from "./ContractPage.module.css";

type Files = ComponentProps<typeof FileUpload>["value"];

/** Download, sign, upload. Another upload replaces the one before, until it is verified. */
export function SignSteps({ contract, onStale }: { contract: OrderPaperFragment; onStale: () => void }) {
  const { t } = useLingui();
  const { id, version, pdf, state } = contract;
  const [files, setFiles] = useState<Files>([]);
  const [missing, setMissing] = useState(false);
  const once = useIdempotencyKey(`sign:${id}:${version}`);
  const { act, busy } = useAct(UploadSignedContractDocument, (data) => data.uploadSignedContract);

  async function send(): Promise<void> {
    setMissing(files.length === 0);
    if (files.length === 0) return;
    const fileIds = files.map((file) => file.id);
    const done = await act({ input: { contractId: id, version, fileIds, idempotencyKey: once.key() } });
    once.answered();
    if (!done) return onStale();
    setFiles([]);
    toast.ok(t`已提交，等待平台核验`);
  }

  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ol className={css.steps}>
        <li>
          <h2>
            <Trans>下载并打印合同</Trans>
          </h2>
          <p className="muted small">
            <Trans>请核对姓名、地址、服务项目与金额；有误请先联系客服，不要签字。</Trans>
          </p>
          {pdf && (
            <div>
              <Button component="a" href={pdf.url} variant="default" leftSection={<Download size={16} aria-hidden />}>
                <Trans>下载合同（PDF）</Trans>
              </Button>
            </div>
          )}
        </li>
        <li>
          <h2>
            <Trans>在甲方处签字并写日期</Trans>
          </h2>
          <p className="muted small">
            <Trans>一式两份；公司客户请加盖公章，多页请盖骑缝章。</Trans>
          </p>
        </li>
        <li>
          <h2>
            <Trans>拍照或扫描后上传</Trans>
          </h2>
          <FileUpload
            purpose="CONTRACT"
            label={t`签好的合同`}
            description={t`所有页，图片或 PDF，最多 20 个文件`}
            value={files}
            onChange={setFiles}
            max={20}
            error={missing && files.length === 0 ? t`请先上传签好的合同。` : undefined}
          />
        </li>
      </ol>
      <Button type="submit" size="md" fullWidth loading={busy}>
        {state === "SIGNED_UPLOADED" ? <Trans>重新提交</Trans> : <Trans>提交核验</Trans>}
      </Button>
    </form>
  );
}
