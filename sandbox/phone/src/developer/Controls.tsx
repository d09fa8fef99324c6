import { clockText } from "../chat/time";
import { control } from "../control/client";
import type { ControlState, Mode } from "../control/types";
import { useNow } from "../control/use-now";
import ui from "../ui/ui.module.css";
import { useWords } from "../words/use-words";
import styles from "./DeveloperDrawer.module.css";
import { FaultForm } from "./FaultForm";
import { useSwitch } from "./use-switch";

const modes: Mode[] = ["plain", "compat", "safe"];
const minuteMs = 60_000;

/** The account's settings and everything that can be made to go wrong. */
export function Controls({ state }: { state: ControlState }) {
  return (
    <div className={styles["groups"]}>
      <FaultForm active={state.faults} />
      <AccountControls state={state} />
      <ClockControls frozen={state.frozen} />
    </div>
  );
}

function AccountControls({ state: { account } }: { state: ControlState }) {
  const { words } = useWords();
  const { run, busy, said, failed } = useSwitch();
  return (
    <section className={styles["group"]} aria-labelledby="developer-account">
      <h3 id="developer-account">{words.account}</h3>
      <dl className={styles["account"]}>
        <dt>AppID</dt>
        <dd>{account.appid}</dd>
        <dt>{words.callbackUrl}</dt>
        <dd>{account.callback}</dd>
      </dl>
      <div role="group" aria-label={words.modeTitle} className={styles["chips"]}>
        <span className={styles["hint"]}>{words.modeTitle}</span>
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            className={styles["chip"]}
            disabled={busy}
            aria-pressed={account.mode === mode}
            onClick={() => void run(() => control.mode(mode), words.modeDone)}
          >
            {words.modes[mode]}
          </button>
        ))}
      </div>
      <div className={styles["deeds"]}>
        <button
          type="button"
          className={ui["button"]}
          disabled={busy}
          onClick={() => void run(control.killToken, words.killTokenDone)}
        >
          {words.killToken}
        </button>
        <button
          type="button"
          className={ui["button"]}
          disabled={busy}
          onClick={() => void run(control.rotateKey, words.rotateKeyDone)}
        >
          {words.rotateKey}
        </button>
      </div>
      <p role="status" className={failed ? ui["problem"] : styles["said"]}>
        {said}
      </p>
    </section>
  );
}

function ClockControls({ frozen }: { frozen: boolean }) {
  const { words } = useWords();
  const now = useNow();
  const { run, busy, said, failed } = useSwitch();
  const steps = [
    { label: words.minutes(10), ms: 10 * minuteMs },
    { label: words.hours(2), ms: 120 * minuteMs },
    { label: words.days(1), ms: 24 * 60 * minuteMs },
  ];
  return (
    <section className={styles["group"]} aria-labelledby="developer-clock">
      <h3 id="developer-clock">
        {words.clock} {clockText(now)}
      </h3>
      {frozen && <p className={styles["hint"]}>{words.frozen}</p>}
      <div className={styles["deeds"]}>
        {steps.map((step) => (
          <button
            key={step.ms}
            type="button"
            className={ui["button"]}
            disabled={busy}
            onClick={() => void run(() => control.clock({ advanceMs: step.ms }), words.done)}
          >
            {step.label}
          </button>
        ))}
        <button
          type="button"
          className={ui["button"]}
          disabled={busy || frozen}
          onClick={() => void run(() => control.clock({ freezeAt: Math.round(now) }), words.done)}
        >
          {words.freeze}
        </button>
        <button
          type="button"
          className={ui["button"]}
          disabled={busy}
          onClick={() => void run(() => control.clock({ run: true }), words.done)}
        >
          {words.run}
        </button>
      </div>
      <p role="status" className={failed ? ui["problem"] : styles["said"]}>
        {said}
      </p>
    </section>
  );
}
