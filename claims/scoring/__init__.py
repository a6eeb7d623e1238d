"""Gold files and figures: how well extracted claims agree with a reader's annotations."""

from claims.scoring.figures import Figures, Score, figures_of
from claims.scoring.files.errors import ScoringError
from claims.scoring.files.folder import GoldArticle, gold_articles, read_article_text
from claims.scoring.files.gold import GoldAttribution, read_gold
from claims.scoring.files.predictions import read_predictions
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers, GoldSpeech, read_speakers
from claims.scoring.run import Scored, score_folder, score_speakers
from claims.scoring.speakers import NamingFigures
from claims.scoring.tally import Metric, Part

__all__ = [
    "Figures",
    "GoldArticle",
    "GoldAttribution",
    "GoldSpeaker",
    "GoldSpeakers",
    "GoldSpeech",
    "Metric",
    "NamingFigures",
    "Part",
    "Score",
    "Scored",
    "ScoringError",
    "figures_of",
    "gold_articles",
    "read_article_text",
    "read_gold",
    "read_predictions",
    "read_speakers",
    "score_folder",
    "score_speakers",
]
