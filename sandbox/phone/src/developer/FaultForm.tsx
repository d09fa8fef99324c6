import { type FormEvent, useState } from "react";
import { control } from "../control/client";
import type { ActiveFault } from "../control/types";
import ui from "../ui/ui.module.css";
import { callFaults, type FaultName, pushFaults, receiptFaults } from "../words/fault-words";
import { useWords } from "../words/use-words";
import styles from "./DeveloperDrawer.module.css";
import { callEndpoints, templateSend } from "./endpoints";
import { useSwitch } from "./use-switch";

const faultsOf = (endpoint: string): FaultName[] => {
  if (endpoint === "push") return pushFaults;
  return endpoint === templateSend ? [...callFaults, ...receiptFaults] : callFaults;
};

/** Makes the next pushes or calls go wrong, and shows what is still to go wrong. */
export function FaultForm({ active }: { active: ActiveFault[] }) {
  const { words } = useWords();
  const { run, busy, said, failed } = useSwitch();
  const [endpoint, setEndpoint] = useState("push");
  const [fault, setFault] = useState<FaultName>("duplicate");
  const [count, setCount] = useState("");
  const [chance, setChance] = useState("");
  const choose = (next: string) => {
    setEndpoint(next);
    const possible = faultsOf(next);
    if (!possible.includes(fault) && possible[0]) setFault(possible[0]);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wish = {
      endpoint,
      fault,
      ...(count !== "" && { count: Number(count) }),
      ...(chance !== "" && { probability: Number(chance) / 100 }),
    };
    void run(() => control.addFault(wish), words.done);
  };
  return (
    <form className={styles["group"]} onSubmit={add}>
      <h3>{words.faults}</h3>
      <div className={styles["fields"]}>
        <label className={ui["field"]}>
          {words.endpoint}
          <select className={ui["input"]} value={endpoint} onChange={(event) => choose(event.target.value)}>
            <option value="push">{words.pushEndpoint}</option>
            {callEndpoints.map((name) => (
              <option key={name} value={name}>
                {name === "*" ? words.everyCall : name}
              </option>
            ))}
          </select>
        </label>
        <label className={ui["field"]}>
          {words.fault}
          <select className={ui["input"]} value={fault} onChange={(event) => setFault(event.target.value as FaultName)}>
            {faultsOf(endpoint).map((name) => (
              <option key={name} value={name}>
                {`${words.faultWords[name]} · ${name}`}
              </option>
            ))}
          </select>
        </label>
        <Amount label={words.times} hint={words.timesHint} max={1000} value={count} onChange={setCount} />
        <Amount label={words.chance} hint={words.chanceHint} max={100} value={chance} onChange={setChance} />
      </div>
      <div className={styles["deeds"]}>
        <button type="submit" className={ui["primary"]} disabled={busy}>
          {words.addFault}
        </button>
        <p role="status" className={failed ? ui["problem"] : styles["said"]}>
          {said}
        </p>
      </div>
      <ActiveFaults active={active} onClear={() => void run(control.clearFaults, words.done)} />
    </form>
  );
}

function Amount(props: { label: string; hint: string; max: number; value: string; onChange: (value: string) => void }) {
  return (
    <label className={ui["field"]}>
      {props.label}
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={props.max}
        step={1}
        placeholder={props.hint}
        className={ui["input"]}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

function ActiveFaults({ active, onClear }: { active: ActiveFault[]; onClear: () => void }) {
  const { words } = useWords();
  if (active.length === 0) return <p className={styles["hint"]}>{words.noFaults}</p>;
  return (
    <section aria-label={words.activeFaults}>
      <ul className={styles["active"]}>
        {active.map((rule, index) => (
          <li key={`${index} ${rule.endpoint} ${rule.fault}`}>
            <strong>{rule.fault in words.faultWords ? words.faultWords[rule.fault as FaultName] : rule.fault}</strong>
            <span>{rule.endpoint === "push" ? words.pushEndpoint : rule.endpoint}</span>
            <span>
              {rule.count === null ? words.always : words.remaining(rule.count)}
              {rule.probability !== null && ` · ${Math.round(rule.probability * 100)} %`}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className={ui["button"]} onClick={onClear}>
        {words.clearFaults}
      </button>
    </section>
  );
}
