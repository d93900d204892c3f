"""Sentences made for training: negation, turns, plain facts and single words of feeling.

What the data rarely shows, written out: "I thought it was great, but it wasn't". The words and
frames are this project's own; `tests/classifier/test_default_model.py` asks about others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from classifier.phrases import BAD, EMOJI, EMOTES, FLAT, GOOD, SAYINGS, Mood, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

# The opposite of something bad is often merely all right.
NOT_BAD: Final[Mood] = (0.06, 0.4, 0.54)

# What a {name} in a frame may become, divided by commas. A blank that ends a choice is meant.
_CHOICES: Final = {
    "folks": "guys,chat,bro,man,dude,everyone",
    "good": (
        "good,great,nice,amazing,awesome,fantastic,excellent,wonderful,brilliant,lovely,"
        "beautiful,perfect,superb,fun,funny,cool,sweet,solid,smooth,impressive,enjoyable,"
        "pleasant,exciting,adorable,helpful,useful,reliable,friendly,kind,happy,thrilling,"
        "clever,smart,comfortable,worthwhile,fair,delightful,incredible,interesting,satisfying,"
        "polished"
    ),
    "bad": (
        "bad,terrible,awful,horrible,dreadful,boring,dull,annoying,lame,ugly,rude,mean,slow,"
        "broken,buggy,useless,pointless,stupid,sad,disappointing,frustrating,disgusting,gross,"
        "nasty,weak,poor,painful,unfair,unpleasant,toxic,cheap,sloppy,lazy,ridiculous,"
        "stressful,scary,weird,difficult,hard,unhappy,tiresome,laggy,overpriced,unreliable"
    ),
    "plain": (
        "public,private,local,weekly,daily,new,old,small,large,digital,local,commercial,"
        "Italian,British,Indian,American,Japanese,national,online,second,third,blue,green,"
        "short,long,early,late,standard,usual,regular"
    ),
    "like": "like,love,enjoy,recommend,admire,adore,appreciate,trust,want",
    "dislike": "hate,dislike,despise,regret,dread,resent,loathe",
    "do": "see,use,own,know,visit,watch,read,play,need,check,open,follow",
    "thing": (
        "game,movie,film,song,show,stream,match,map,update,patch,class,teacher,book,phone,"
        "laptop,meal,place,server,channel,bot,video,episode,level,boss,weapon,team,player,trip,"
        "hotel,restaurant,food,coffee,design,idea,plan,story,ending,article,song,weather,"
        "concert,job,keyboard,headset,app,website,service,staff,driver,room,bus,train,flight,"
        "seat,meeting"
    ),
    "very": ",,,,very ,really ,so ,that ,all that ,particularly ",
    "really": ",,,really ,actually ,honestly ,exactly ",
    "this": "this,that,the,the,our,my,your",
    "isn't": "isn't,is not,wasn't,was not,isnt,ain't,is never,was never",
    "is": "is,was",
    "don't": "don't,do not,didn't,did not,dont,didnt,never,can't,cannot",
    "deny": "it wasn't,it was not,it isn't,it is not,it's not,it wasnt,it didn't",
    "but": "but,but,but,however,but sadly,but then,but in the end",
    "think": (
        "I don't think,I do not think,I didn't think,I can't say,I wouldn't say,"
        "I would not say,I never said,nobody can say,I don't believe,I dont think,I don't find,"
        "I do not feel"
    ),
    "expect": "I thought,I expected,they said,I hoped,everybody told me,I figured",
    "aside": (
        "after all the hours I put in,given everything I heard,with all that time,"
        "considering what I have seen so far,after the second try,for what I paid,"
        "having been here since last year,given how long I waited,all things considered"
    ),
    "place": "here,there,online,downtown,upstairs,outside,at home,at work,in the lobby",
    "when": "today,tomorrow,at five,on monday,next week,yesterday,right now,",
}
WORDS: Final = {name: choices.split(",") for name, choices in _CHOICES.items()}

# The mood of what the frames make, and the frames, one a line.
_FRAMES: Final = {
    GOOD: """
        {good}
        so {good}
        {this} {thing} {is} {very}{good}
        what a {good} {thing}
        I {really}{like} {this} {thing}
        we {like} it
        it {is} a {very}{good} {thing}
        used to {dislike} {this} {thing}, now I {like} it
        I used to think {this} {thing} was {bad}, now it is {good}
        I was {bad} before, but now it's all {good}
        it was {bad} at first, {but} it got {good}
        in the past I would {dislike} {this} {thing}, but now I {like} it
        {expect} it would be {bad} but it {is} {good}
        some say it's {bad}, {but} I {like} it
        never had such a {good} {thing}
    """,
    BAD: """
        {bad}
        so {bad}
        {this} {thing} {is} {very}{bad}
        what a {bad} {thing}
        I {really}{dislike} {this} {thing}
        we {dislike} it
        it {is} a {very}{bad} {thing}
        used to {like} {this} {thing}, now I {dislike} it
        I used to think {this} {thing} was {good}, now it is {bad}
        it was {good} at first, {but} it got {bad}
        the {thing} {is} {good} but the rest {is} {bad}
        in the past I would {like} {this} {thing}, but now I {dislike} it
        {expect} it would be {good} but it {is} {bad}
        some say it's {good}, {but} I {dislike} it
        not {good}
        not {very}{good}
        not {very}{good} at all
        {this} {thing} {isn't} {very}{good}
        it {isn't} a {very}{good} {thing}
        not a {good} {thing}
        I {don't} {really}{like} {this} {thing}
        I {don't} {like} it
        we {don't} {like} the {thing}
        nobody {like}s {this} {thing}
        {think} {this} {thing} {is} {very}{good}
        {think} that I {like} {this} {thing}
        {think} I {like} it
        {think} it's a {very}{good} {thing}
        hardly {good}
        {expect} {this} {thing} would be {very}{good}, {but} {deny}
        {expect} it was {good} {but} {deny}
        {expect} I would {like} {this} {thing}, but I {really}don't
        {expect} I would {like} it, but I didn't
        {think}, {aside}, that {this} {thing} {is} {very}{good}
        {think}, {aside}, that it {is} a {good} {thing}
        {think}, {aside}, that I {like} {this} {thing}
        I'm not {very}{good} about it
        nothing {good} about {this} {thing}
        no {good} {thing} {place}
    """,
    NOT_BAD: """
        not {bad}
        not {bad} at all
        not {very}{bad}
        {this} {thing} {isn't} {very}{bad}
        not that {bad}
        it {isn't} a {very}{bad} {thing}
        not a {bad} {thing}
        I {don't} {really}{dislike} {this} {thing}
        I {don't} {dislike} it
        I'd not say it's {bad}
        nobody {dislike}s {this} {thing}
        {think} {this} {thing} {is} {very}{bad}
        {think} that I {dislike} {this} {thing}
        {think} it's a {very}{bad} {thing}
        {expect} {this} {thing} would be {very}{bad}, {but} {deny}
        {expect} it was {bad} {but} {deny}
        {expect} I would {dislike} {this} {thing}, but I {really}don't
        {think}, {aside}, that {this} {thing} {is} {very}{bad}
        {think}, {aside}, that it {is} a {bad} {thing}
        {think}, {aside}, that I {dislike} {this} {thing}
        nothing {bad} about {this} {thing}
    """,
    FLAT: """
        {this} {thing} {is} {plain}
        it {is} a {plain} {thing}
        I {do} {this} {thing} {when}
        the {thing} {is} {place} {when}
        {this} {thing} {isn't} {plain}
        it {isn't} a {plain} {thing}
        I {don't} {do} {this} {thing}
        {think} {this} {thing} {is} {plain}
        {thing}
        {plain}
        {think}, {aside}, that {this} {thing} {is} {plain}
        we {don't} {do} the {thing} {when}
        {expect} {this} {thing} would be {plain}, but {deny}
        did you {do} the {thing} {when}?
        is {this} {thing} {plain}?
        which {thing} is it?
        there is a {plain} {thing} {place}
        the {thing} starts {when}
        not a {plain} {thing}
        I {do} it
        the {plain} {thing}
        {think} it's a {plain} {thing}
        they {do} a {plain} {thing} {place}
    """,
}
FRAMES: Final = [
    (frame.strip(), mood)
    for mood, frames in _FRAMES.items()
    for frame in frames.strip().splitlines()
]

# For each word of a lexicon: by itself, and denied.
_ALONE: Final = ("{}", "{this} {thing} {is} {}", "I {really}{}")
_DENIED: Final = (
    "not {}",
    "not a {} {thing}",
    "{this} {thing} {isn't} {very}{}",
    "I {don't} {} {this} {thing}",
    "{expect} {this} {thing} would be {}, {but} {deny}",
    "{think} {this} {thing} {is} {}",
    "{think}, {aside}, that {this} {thing} {is} {}",
)
_STRONG: Final = 2.5  # the valence of a word that is meant in full


def sentences(random: np.random.Generator, each: int) -> list[tuple[str, Mood]]:
    """`each` sentences of every frame, and every phrase of chat by itself and in company."""
    made = [(_filled(frame, random), mood) for frame, mood in FRAMES for _ in range(each)]
    for phrase, mood in [*listed(EMOTES), *listed(EMOJI)]:
        around = (f"{{this}} {{thing}} {phrase}", f"the {{thing}} {{is}} {{plain}} {phrase}")
        made += [(text, mood) for text in (phrase, f"{phrase} {phrase}", f":{phrase.strip(':')}:")]
        made += [(_filled(frame, random), mood) for frame in around]
    for phrase, mood in listed(SAYINGS, ","):
        made += [(text, mood) for text in (phrase, phrase, f"{phrase} {phrase}")]
        made.append((_filled(f"{phrase} {{folks}}", random), mood))
    return made


def of_words(valences: Mapping[str, float], random: np.random.Generator) -> list[tuple[str, Mood]]:
    """Sentences with each word of a lexicon, by itself and denied.

    Its valence, -4..4, says how strongly it is meant: the mood of a weak word is near neutral.
    """
    made = []
    for word, valence in valences.items():
        plain, denied = (GOOD, BAD) if valence > 0 else (BAD, NOT_BAD)
        strength = min(abs(valence) / _STRONG, 1.0)
        for frames, mood in ((_ALONE, plain), (_DENIED, denied)):
            low, flat, high = (
                strength * share + (1 - strength) * rest
                for share, rest in zip(mood, FLAT, strict=True)
            )
            made += [
                (_filled(frame.replace("{}", word), random), (low, flat, high)) for frame in frames
            ]
    return made


def _filled(frame: str, random: np.random.Generator) -> str:
    text, *pieces = frame.split("{")
    for piece in pieces:
        name, _, rest = piece.partition("}")
        text += WORDS[name][int(random.integers(len(WORDS[name])))] + rest
    return text.strip()
