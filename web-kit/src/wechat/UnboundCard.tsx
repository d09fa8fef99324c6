import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { useState } from "react";
import { useAppName } from "../session/useAppName";
import { type Refused, wordsForError } from "../vocabulary/error-words";
import type { BindingSearch } from "./binding-search";
import { ClaimDialog } from "./ClaimDialog";
import { isInsideWechat } from "./inside-wechat";
import { ScenePanel } from "./ScenePanel";
import { useScene } from "./useScene";
import css from "./WechatBinding.module.css";

type UnboundCardProps = { benefits: readonly string[]; search: BindingSearch; onAnswered: () => void };

/** Not bound yet: what it is good for, the code to scan, and inside WeChat the shorter way. */
export function UnboundCard({ benefits, search, onAnswered }: UnboundCardProps) {
  const { i18n } = useLingui();
  const { scene, gone, begin, busy } = useScene(search.claim);
  const [later, setLater] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const inside = isInsideWechat();

  function startOver(): void {
    setRefused(undefined);
    void begin();
  }
  return (
    <section className={`card ${css.unbound}`} aria-labelledby="unbound">
      <div className="stack">
        <h2 id="unbound">
          <Trans>绑定微信，接收推送</Trans>
        </h2>
        <ul className={`list ${css.benefits}`}>
          {benefits.map((benefit) => (
            <li key={benefit}>
              <Check size={18} strokeWidth={2} aria-hidden />
              {benefit}
            </li>
          ))}
        </ul>
        {inside && <BindHere to={search.to} />}
        {refused && (
          <p role="alert" className={css.refused}>
            {wordsForError(i18n, refused)}
          </p>
        )}
        {gone && !refused && (
          <p role="alert" className={css.refused}>
            <Trans>这次绑定已失效，请重新扫码。</Trans>
          </p>
        )}
      </div>
      <ScenePanel
        scene={scene}
        busy={busy}
        second={inside}
        onBegin={startOver}
        onContinue={() => setLater(undefined)}
      />
      {scene && (
        <ClaimDialog
          scene={scene}
          opened={scene.state === "CLAIMED" && later !== scene.id}
          onClose={() => setLater(scene.id)}
          onAnswered={onAnswered}
          onRefused={setRefused}
        />
      )}
    </section>
  );
}

/** Inside WeChat nothing has to be scanned: WeChat itself says who is here. */
function BindHere({ to }: { to: string | undefined }) {
  const app = useAppName().toLowerCase();
  const query = new URLSearchParams({ purpose: "bind", app, ...(to && { to }) });
  return (
    <Button component="a" href={`/wechat/oauth/start?${query}`}>
      <Trans>用当前微信绑定</Trans>
    </Button>
  );
}
