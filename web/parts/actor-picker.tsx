import { type KeyboardEvent, useId, useState } from 'react';
import type { ActorProfile, Actors } from '../../src/server/schema.ts';
import { useData } from '../data.ts';
import { counted } from './words.tsx';

/** A filter that takes an actor: typing part of a name offers those who have it. */
export function ActorPicker({
  chosen,
  choose,
}: {
  chosen: string | undefined;
  choose: (key: string | undefined) => void;
}) {
  return chosen ? (
    <ChosenActor key={chosen} actor={chosen} remove={() => choose(undefined)} />
  ) : (
    <ActorSearch choose={choose} />
  );
}

function ChosenActor({ actor, remove }: { actor: string; remove: () => void }) {
  const { data } = useData<ActorProfile>(`/actors/${encodeURIComponent(actor)}`);
  const name = data?.name ?? actor;
  return (
    <div className="field">
      <span>Actor</span>
      <button type="button" className="chosen" onClick={remove} aria-label={`${name}: remove this filter`}>
        {name} <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

function ActorSearch({ choose }: { choose: (key: string) => void }) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState(0);
  const answer = useData<Actors>('/actors', { search, limit: '8' }).data?.items ?? [];
  // Until the answer to the last letter is there, the earlier one serves as far as it fits.
  const found = answer.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const optionId = (index: number) => `${id}-${index}`;

  const onKeyDown = (press: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step) {
      press.preventDefault();
      setOpen(true);
      setCurrent((current + step + found.length) % Math.max(1, found.length));
    } else if (press.key === 'Enter' && isOpen && found[current]) {
      choose(found[current].key);
    } else if (press.key === 'Escape') {
      setOpen(false);
    }
  };

  return (
    <div className="field picker">
      <label htmlFor={id}>Actor</label>
      <input
        id={id}
        type="search"
        role="combobox"
        autoComplete="off"
        placeholder="any"
        aria-expanded={isOpen && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found[current] ? optionId(current) : undefined}
        value={search}
        onChange={(change) => {
          setSearch(change.target.value);
          setCurrent(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Actors" hidden={!isOpen || (found.length === 0 && !search)}>
        {found.map((actor, index) => (
          <div
            key={actor.key}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            // Before the field loses the focus, which closes the list.
            onMouseDown={() => choose(actor.key)}
          >
            {actor.name} <small>{counted(actor.events, 'event')}</small>
          </div>
        ))}
        {found.length === 0 && <div className="none">No actor has this in their name.</div>}
      </div>
    </div>
  );
}
