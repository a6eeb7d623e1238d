-- All claims with the columns of the export, in its order, for the shell of either database.
-- By CROSS JOIN, as SQLite would else begin with the runs and sort all of their claims.
SELECT c.public_id, a.public_id, a.title, o.name,
  substr(cast(a.published AS text), 1, CASE a.published_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END),
  a.path,
  (SELECT group_concat(coalesce(e.label, e.name, m.name), '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id
    LEFT JOIN mention_entity l ON l.mention_id = m.id AND l.retired_at IS NULL LEFT JOIN entity e ON e.id = l.entity_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(m.kind, '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id WHERE s.claim_id = c.id),
  (SELECT group_concat(coalesce(f.role, ''), '; ') FROM claim_speaker s JOIN affiliation f ON f.mention_id = s.mention_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(coalesce(f.organization, ''), '; ') FROM claim_speaker s
    JOIN affiliation f ON f.mention_id = s.mention_id WHERE s.claim_id = c.id),
  c.source, c.cue, c.type, c.content, c.position,
  (SELECT max(p."end") FROM claim_span p WHERE p.claim_id = c.id AND p.part = 'content'),
  round(cast(c.confidence AS numeric), 4), c.review, a.published_precision, a.published_evidence,
  (SELECT group_concat(b.name, '; ') FROM byline b WHERE b.article_id = a.id), a.url,
  (SELECT group_concat(i.public_id, '; ') FROM claim_speaker s
    JOIN mention_entity l ON l.mention_id = s.mention_id AND l.retired_at IS NULL JOIN entity e ON e.id = l.entity_id
    JOIN entity i ON i.id = e.canonical_id WHERE s.claim_id = c.id),
  (SELECT group_concat(m.name, '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id WHERE s.claim_id = c.id),
  (SELECT group_concat(coalesce(e.label, e.name, m.name), '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id
    JOIN affiliation f ON f.mention_id = m.id
    LEFT JOIN mention_entity l ON l.mention_id = m.id AND l.retired_at IS NULL LEFT JOIN entity e ON e.id = l.entity_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(f.exact, '; ') FROM claim_speaker s JOIN affiliation f ON f.mention_id = s.mention_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(f.start || '-' || f."end", '; ') FROM claim_speaker s
    JOIN affiliation f ON f.mention_id = s.mention_id WHERE s.claim_id = c.id),
  (SELECT group_concat(p.start || '-' || p."end", '; ') FROM claim_span p WHERE p.claim_id = c.id AND p.part = 'content'),
  (SELECT group_concat(p.start || '-' || p."end", '; ') FROM claim_span p WHERE p.claim_id = c.id AND p.part = 'cue'),
  (SELECT group_concat(p.start || '-' || p."end", '; ') FROM claim_span p WHERE p.claim_id = c.id AND p.part = 'source'),
  parent.public_id, t.version, t.sha256, r.model_name || ' ' || r.model_version, r.tool_version, r.started_at,
  c.cue_lemma, c.cue_class, CASE WHEN c.negated THEN 'true' ELSE 'false' END,
  CASE WHEN c.hedged THEN 'true' ELSE 'false' END, CASE WHEN c.prediction THEN 'true' ELSE 'false' END,
  (SELECT n.note FROM claim_note n WHERE n.claim_id = c.id),
  (SELECT group_concat(g.tag, '; ') FROM claim_tag g WHERE g.claim_id = c.id),
  v.who, v.created_at, v.why,
  -- What a run extracted, where people corrected it: in one piece, as no made-up claim has any.
  d.extracted, d.extracted, d.extracted, d.extracted, d.extracted, d.extracted, d.extracted, d.extracted,
  round(cast(c.statement AS numeric), 4),
  (SELECT group_concat(cast(round(cast(s.confidence AS numeric), 4) AS text), '; ')
    FROM claim_speaker s WHERE s.claim_id = c.id),
  h.public_id, h.label, 's' || substr(first.public_id, 2)
FROM article a
CROSS JOIN claim c
CROSS JOIN article_text t
CROSS JOIN run r
LEFT JOIN article first ON first.id = coalesce(a.story_id, a.id)
LEFT JOIN outlet o ON o.id = a.outlet_id
LEFT JOIN claim parent ON parent.id = c.parent_id
LEFT JOIN claim_original d ON d.claim_id = c.id
LEFT JOIN review_step v ON c.review <> 'machine' AND v.id =
  (SELECT max(x.step_id) FROM review_event x WHERE x.public_id = c.public_id AND x.field = 'review')
LEFT JOIN claim_meaning k ON k.claim_id = c.id
LEFT JOIN thread h ON h.id = k.thread_id
WHERE c.article_id = a.id AND c.current = true AND t.id = c.text_id AND r.id = c.run_id
ORDER BY a.published NULLS LAST, a.id, c.position, c.id
