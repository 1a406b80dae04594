"""Messages: what a hand edit gained and cost."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "report_edits": Text(sv="Vad ändringen gjorde", en="What the edit changed"),
    "report_edit_gains": Text(
        sv="Totalpoängen F stiger med {change}: från {before} till {after}.",
        en="The objective F rises by {change}: from {before} to {after}.",
    ),
    "report_edit_costs": Text(
        sv="Totalpoängen F sjunker med {change}: från {before} till {after}.",
        en="The objective F falls by {change}: from {before} to {after}.",
    ),
    "report_edit_keeps": Text(
        sv="Totalpoängen F är oförändrad: {after}.", en="The objective F is unchanged: {after}."
    ),
    "report_edit_other_settings": Text(
        sv="Vikterna eller balansen är inte desamma, så talen jämför inte bara medlemmarna.",
        en="The weights or the balance are not the same, so the figures compare more than members.",
    ),
    "report_edit_untouched": Text(
        sv="{n:En koalition är oförändrad.|# koalitioner är oförändrade.}",
        en="{n:One coalition is|# coalitions are} unchanged.",
    ),
    "report_edit_came": Text(sv="In", en="In"),
    "report_edit_left": Text(sv="Ut", en="Out"),
    "report_edit_nobody": Text(sv="ingen", en="nobody"),
    "report_edit_from": Text(sv="från {title}", en="from {title}"),
    "report_edit_to": Text(sv="till {title}", en="to {title}"),
    "report_edit_dissolved": Text(
        sv="Koalitionen finns inte längre.", en="The coalition is no longer there."
    ),
    "report_edit_founded": Text(sv="Koalitionen är ny.", en="The coalition is new."),
    "report_edit_caption": Text(sv="Poäng i {title}", en="Scores of {title}"),
    "report_before": Text(sv="Före", en="Before"),
    "report_after": Text(sv="Efter", en="After"),
    "report_change": Text(sv="Ändring", en="Change"),
    "report_unchanged": Text(sv="oförändrat", en="unchanged"),
    "report_conflicts_came": Text(sv="Regler som nu får ge vika:", en="Rules that now give way:"),
    "report_conflicts_went": Text(
        sv="Regler som inte längre får ge vika:", en="Rules that no longer give way:"
    ),
}
