import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import { CloudOff } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { ReportDraft } from "../../features/evidence/draft-store";
import { EvidencePicker } from "../../features/evidence/EvidencePicker";
import { missingOf, textMax } from "../../features/evidence/report-rules";
import { usePostReport } from "../../features/evidence/usePostReport";
import { ActionBar } from "../../features/frame/ActionBar";
import type { TicketRowFragment } from "../../gql/graphql";
import { MilestoneChoice } from "./MilestoneChoice";
import css from "./ReportForm.module.css";

type ReportFormProps = {
  ticket: TicketRowFragment;
  draft: ReportDraft;
  /** The draft stands on this device. */
  kept: boolean;
  onChange: (part: Partial<Pick<ReportDraft, "milestoneCode" | "text" | "photos">>) => void;
  onDiscard: () => void;
  onPosted: () => void;
  onRefused: () => void;
};

/** One report being written: photos, what it is about, words. Nothing typed or taken is lost by leaving or by the network. */
export function ReportForm(props: ReportFormProps) {
  const { ticket, draft, kept, onChange, onDiscard, onPosted, onRefused } = props;
  const { t } = useLingui();
  const [checked, setChecked] = useState(false);
  const { post, trouble, busy, sent } = usePostReport({ draft, onPosted, onRefused });
  const milestone = ticket.milestones.find(({ code }) => code === draft.milestoneCode);
  const missing = missingOf(draft, milestone);
  const count = missing.photos;
  const photosError = checked && count > 0 ? t`还差 ${count} 张照片才能提交这个节点。` : trouble.photos;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (missing.photos === 0 && !missing.text) void post();
  }

  return (
    <form className={css.form} onSubmit={submit} noValidate aria-label={t`提交进度`}>
      {trouble.words && (
        <Alert
          color={trouble.waiting ? "yellow" : "red"}
          role="alert"
          icon={trouble.waiting ? <CloudOff size={18} strokeWidth={1.5} aria-hidden /> : undefined}
        >
          {trouble.words}
        </Alert>
      )}
      <EvidencePicker
        photos={draft.photos}
        wanted={milestone?.minPhotos ?? 0}
        error={photosError}
        onAdd={(photos) => onChange({ photos: [...draft.photos, ...photos] })}
        onRemove={(id) => onChange({ photos: draft.photos.filter((photo) => photo.id !== id) })}
      />
      <MilestoneChoice
        ticket={ticket}
        value={draft.milestoneCode}
        onChange={(milestoneCode) => onChange({ milestoneCode })}
      />
      <Textarea
        label={draft.milestoneCode === null ? t`进度说明` : t`补充说明（选填）`}
        description={t`客户能看到审核通过的说明，请写清做了什么。`}
        value={draft.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        error={checked && missing.text ? t`请写几句说明。` : undefined}
        maxLength={textMax}
        autosize
        minRows={3}
        maxRows={10}
      />
      {kept && <KeptNotice onDiscard={onDiscard} />}
      <ActionBar>
        <Button type="submit" loading={busy}>
          <Trans>提交</Trans>
        </Button>
      </ActionBar>
      <Sending busy={busy} sent={sent} total={draft.photos.length} />
    </form>
  );
}

function KeptNotice({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p className={`muted small ${css.kept}`}>
      <Trans>草稿已保存在本机，离开页面也不会丢。</Trans>
      <button type="button" onClick={onDiscard}>
        <Trans>丢弃草稿</Trans>
      </button>
    </p>
  );
}

function Sending({ busy, sent, total }: { busy: boolean; sent: number; total: number }) {
  return (
    <p className="muted small" role="status">
      {busy && total > 0 && (
        <Trans>
          正在上传照片 {sent}/{total}
        </Trans>
      )}
    </p>
  );
}
