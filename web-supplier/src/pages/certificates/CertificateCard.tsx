import { useAct } from "@kaidan/web-kit/forms/useAct";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { LinkButton } from "../../features/frame/LinkButton";
import { type CertificateSheetFragment, WithdrawCertificateDocument } from "../../gql/graphql";
import css from "./CertificatesPage.module.css";

/** Days before the end from which a paper is told of in red. */
const SOON = 30;

/** One paper: until when it counts, and what to do about it. */
export function CertificateCard({ paper, onChanged }: { paper: CertificateSheetFragment; onChanged: () => void }) {
  const { t } = useLingui();
  const { act, busy } = useAct(WithdrawCertificateDocument, (data) => data.withdrawCertificate);
  const { id, kind, no, expiresOn, daysLeft, state, reason, version, availableActions, file } = paper;
  const ends = state === "VERIFIED" && daysLeft <= SOON;
  async function withdraw(): Promise<void> {
    if (await act({ input: { certificateId: id, version } })) toast.ok(t`已撤回`);
    onChanged();
  }
  return (
    <article className="card stack" aria-label={kind}>
      <header className={css.head}>
        <h2>{kind}</h2>
        <StatusTag of="CertificateState" state={state} />
      </header>
      <p className="mono">{no}</p>
      <p className={ends || state === "EXPIRED" ? css.soon : "muted"}>
        <Trans>有效期至 {expiresOn}</Trans>
        {ends && (
          <>
            {" · "}
            <Plural value={daysLeft} _0="今天到期" other="还有 # 天" />
          </>
        )}
      </p>
      {reason && <p className={css.soon}>{reason}</p>}
      <footer className="row">
        <Button component="a" href={file.url} target="_blank" rel="noreferrer" variant="default" size="xs">
          <Trans>查看</Trans>
        </Button>
        {(ends || state === "EXPIRED" || state === "RETURNED") && (
          <LinkButton to="/certificates" search={{ add: kind }} size="xs">
            <Trans>更新证书</Trans>
          </LinkButton>
        )}
        {availableActions.includes("WITHDRAW") && (
          <Button variant="default" size="xs" loading={busy} onClick={() => void withdraw()}>
            <Trans>撤回</Trans>
          </Button>
        )}
      </footer>
    </article>
  );
}
