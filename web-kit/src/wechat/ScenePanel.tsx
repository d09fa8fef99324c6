import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { QrCode, RefreshCw, Smartphone } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { formatDuration } from "../format/dates";
import { useSetting } from "../session/useSetting";
import { useNow } from "../ui/useNow";
import type { Scene } from "./useScene";
import css from "./WechatBinding.module.css";

const QrPicture = lazy(async () => ({ default: (await import("./QrPicture")).QrPicture }));
const pictureSize = 208;

type ScenePanelProps = {
  scene: Scene | undefined;
  busy: boolean;
  /** There is a shorter way than scanning, and its button comes first. */
  second: boolean;
  onBegin: () => void;
  /** Somebody scanned it: go on with the question whether to bind. */
  onContinue: () => void;
};

/** The code to scan with WeChat, how long it holds, and what became of it. */
export function ScenePanel({ scene, busy, second, onBegin, onContinue }: ScenePanelProps) {
  if (!scene) {
    return (
      <Placeholder icon={<QrCode size={56} strokeWidth={1} aria-hidden />}>
        <Button variant={second ? "default" : "filled"} loading={busy} onClick={onBegin}>
          <Trans>显示二维码</Trans>
        </Button>
      </Placeholder>
    );
  }
  if (scene.state === "CLAIMED") {
    return (
      <Placeholder icon={<Smartphone size={56} strokeWidth={1} aria-hidden />}>
        <p role="status">
          {scene.qrText ? <Trans>已扫码，等待您在这里确认。</Trans> : <Trans>已识别当前微信，等待您确认。</Trans>}
        </p>
        <Button onClick={onContinue}>
          <Trans>继续确认</Trans>
        </Button>
      </Placeholder>
    );
  }
  return <Code scene={scene} busy={busy} onBegin={onBegin} />;
}

function Placeholder({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={css.scene}>
      <span className={css.picture}>{icon}</span>
      {children}
    </div>
  );
}

function Code({ scene, busy, onBegin }: Pick<ScenePanelProps, "busy" | "onBegin"> & { scene: Scene }) {
  const { t } = useLingui();
  const now = useNow(1_000);
  const left = Date.parse(scene.expiresAt) - now;
  const open = scene.state === "OPEN" && left > 0;
  return (
    <div className={css.scene}>
      <span className={css.picture}>
        {open ? (
          <Suspense>
            <QrPicture text={scene.qrText} alt={t`绑定微信的二维码`} size={pictureSize} />
          </Suspense>
        ) : (
          <QrCode size={56} strokeWidth={1} aria-hidden />
        )}
      </span>
      {open ? <TimeLeft left={left} until={scene.expiresAt} /> : <Ended cancelled={scene.state === "CANCELLED"} />}
      <Button
        variant={open ? "default" : "filled"}
        loading={busy}
        leftSection={<RefreshCw size={16} strokeWidth={1.5} aria-hidden />}
        onClick={onBegin}
      >
        <Trans>换一张</Trans>
      </Button>
      {open && <PhoneLink qrText={scene.qrText} />}
    </div>
  );
}

function TimeLeft({ left, until }: { left: number; until: string }) {
  const { i18n } = useI18n();
  const time = formatDuration(left, i18n.locale);
  return (
    <p className={css.hint}>
      <Trans>打开微信「扫一扫」，扫描二维码</Trans>
      <span className="muted small">
        <Trans>关注后，服务号会发来 4 位确认码，回到这里输入。</Trans>
      </span>
      <span className="muted small">
        {/* The seconds are for the eye; a screen reader would be told every one of them. */}
        <span aria-hidden>
          <Trans>{time}后过期</Trans>
        </span>
        <time className="visually-hidden" dateTime={until}>
          {until}
        </time>
      </span>
    </p>
  );
}

function Ended({ cancelled }: { cancelled: boolean }) {
  return (
    <p role="status">
      {cancelled ? (
        <Trans>这张二维码已作废：已选「不是我」，或在别处换了新的。</Trans>
      ) : (
        <Trans>二维码已过期，请换一张。</Trans>
      )}
    </p>
  );
}

/** Where the installation offers a simulated phone, it can scan too. */
function PhoneLink({ qrText }: { qrText: string }) {
  const phoneUrl = useSetting()?.phoneUrl;
  if (!phoneUrl) return null;
  return (
    <a href={`${phoneUrl}#scan=${encodeURIComponent(qrText)}`} target="_blank" rel="noreferrer" className="small">
      <Trans>用模拟手机扫一扫</Trans>
    </a>
  );
}
