-- All claims with the columns of the export, in its order: what the sqlite3 shell is given to write.
-- By CROSS JOIN, as it would else begin with the runs and sort all of their claims.
SELECT c.public_id, a.public_id, a.title, o.name, a.published, a.path,
  (SELECT group_concat(coalesce(e.name, m.name), '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id
    LEFT JOIN mention_entity l ON l.mention_id = m.id AND l.retired_at IS NULL LEFT JOIN entity e ON e.id = l.entity_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(m.kind, '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id WHERE s.claim_id = c.id),
  (SELECT group_concat(coalesce(f.role, ''), '; ') FROM claim_speaker s JOIN affiliation f ON f.mention_id = s.mention_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(coalesce(f.organization, ''), '; ') FROM claim_speaker s
    JOIN affiliation f ON f.mention_id = s.mention_id WHERE s.claim_id = c.id),
  c.source, c.cue, c.type, c.content, c.position,
  (SELECT max(p."end") FROM claim_span p WHERE p.claim_id = c.id AND p.part = 'content'),
  round(c.confidence, 4), c.review, a.published_precision, a.published_evidence,
  (SELECT group_concat(b.name, '; ') FROM byline b WHERE b.article_id = a.id), a.url,
  (SELECT group_concat(e.public_id, '; ') FROM claim_speaker s
    JOIN mention_entity l ON l.mention_id = s.mention_id AND l.retired_at IS NULL JOIN entity e ON e.id = l.entity_id
    WHERE s.claim_id = c.id),
  (SELECT group_concat(m.name, '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id WHERE s.claim_id = c.id),
  (SELECT group_concat(coalesce(e.name, m.name), '; ') FROM claim_speaker s JOIN mention m ON m.id = s.mention_id
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
  c.cue_lemma, c.cue_class, iif(c.negated, 'true', 'false'), iif(c.hedged, 'true', 'false'),
  iif(c.prediction, 'true', 'false')
FROM article a
CROSS JOIN claim c ON c.article_id = a.id AND c.current IS 1
CROSS JOIN article_text t ON t.id = c.text_id
CROSS JOIN run r ON r.id = c.run_id
LEFT JOIN outlet o ON o.id = a.outlet_id
LEFT JOIN claim parent ON parent.id = c.parent_id
ORDER BY a.published NULLS LAST, a.id, c.position, c.id
