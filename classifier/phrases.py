"""Chat's own words and their usual mood: what tweets of 2009 and comments on Reddit rarely hold.

Written for this project. Each name stands for itself, as it is typed in a chat; emotes are also
met as custom emoji (":pog:"). What goes either way (Kappa, "ez") has a mood between.
"""

from __future__ import annotations

from typing import Final

# (negative, neutral, positive) of a group of phrases.
Mood = tuple[float, float, float]

GOOD: Final[Mood] = (0.03, 0.12, 0.85)
RATHER_GOOD: Final[Mood] = (0.1, 0.35, 0.55)
FLAT: Final[Mood] = (0.08, 0.84, 0.08)
MIXED: Final[Mood] = (0.3, 0.4, 0.3)
RATHER_BAD: Final[Mood] = (0.55, 0.35, 0.1)
BAD: Final[Mood] = (0.85, 0.12, 0.03)

EMOTES: Final[dict[Mood, str]] = {
    GOOD: """
        PogChamp Pog PogU POGGERS Poggies PogBones FeelsGoodMan FeelsAmazingMan HYPERS SeemsGood
        Kreygasm VoHiYo HeyGuys bleedPurple TwitchUnity KappaPride PogSlide catJAM pepeJAM
        peepoHappy widepeepoHappy peepoClap peepoLove peepoHug PepePls pepeD AYAYA ratJAM EZClap
        Clap PepeClap BlessRNG GivePLZ TakeNRG PartyTime FortOne CurseLit PraiseIt bongoTap
        blobdance blobheart blobhappy partyparrot pepelove pepeheart pepehype pepehappy poggers
        catlove cathappy HolidayCookie LuvHearts LuvSign VirtualHug Drake SabaPing FeelsStrongMan
        peepoCheer peepoComfy peepoDJ vibe pepeOK okayge Okayge happE blobcheer catblush
    """,
    RATHER_GOOD: """
        4Head LUL LULW OMEGALUL KEKW KEK lulw icant ICANT kekw lul CoolCat DatSheffy TriHard
        pepeLaugh PepeLaugh 5Head OpieOP GachiBASS gachiGASM peepoGiggles SoBayed
    """,
    FLAT: """
        monkaHmm PauseChamp peepoLeave HmmThink Thonk thonk thinking 3Head BrokeBack peepoThink
        NODDERS hmmge Waiting Bedge OSFrog
    """,
    MIXED: "Kappa Keepo Jebaited Kapp YEP NOPERS forsenCD peepoArrive Clueless Susge",
    RATHER_BAD: """
        monkaS monkaW monkaGIGA monkaEyes Pepega pepega cmonBruh Copium COPIUM Copege copium
        UnSane FeelsWeirdMan feelsweird ANELE PunOko D: yikes
    """,
    BAD: """
        FeelsBadMan BibleThump PepeHands pepehands peepoSad pepesad Sadge sadge NotLikeThis
        ResidentSleeper DansGame WutFace FailFish BabyRage SwiftRage PJSalt SMOrc rage WeirdChamp
        haHAA Madge madge peepoMad pepeRage pepeCry peepoCry sadcat catcry blobsad blobcry
        pepecringe Stare ragey NaM pepeW Smadge AngryJoe TearGlove Pain crycat
    """,
}

EMOJI: Final[dict[Mood, str]] = {
    GOOD: """
        😀 😃 😄 😁 😊 😍 🥰 😘 😻 🤗 🤩 🥳 😇 😋 😎 😌 🙌 👏 👍 💪 🎉 🎊 ✨ 🌟 ⭐ 💯 🔥 🏆 🥇
        ❤ ♥ 💕 💖 💗 💓 💞 💘 💝 💙 💚 💛 🧡 💜 🖤 🤍 🌈 🌹 💐 🌸 🎂 🥂 🤝
        👌 🫶 🙏 😺 😸 🤙 ✌ 🍾 ☺ 😆 💃 🕺 🐐 👑 🚀 🥹
    """,
    RATHER_GOOD: "😂 🤣 😅 😉 😜 😝 😛 🤪 😏 🙂 🎮 🎵 🎶 😹 🤭 🐶 🐱 ☀ 👋",
    FLAT: "🤔 👀 🧐 😐 🙃 📢 📅 📌 ➡ ⬇ ✅ 🔗 📺 🎥 ⚽ 🏀",
    RATHER_BAD: "😬 😳 😶 😑 🙄 🤨 🥴 😒 😕 🙁 😟 😪 😥 😓 🤡 💀 🥲 🤷 🤦",
    BAD: "😢 😭 😞 😔 😠 😡 🤬 😤 😩 😫 😣 😖 😨 😰 😱 🤮 🤢 💔 👎 🖕 ☹ 😿 🤕 🤒 💩 😾 🥺",
}

# Whole messages and parts of them, divided by commas.
SAYINGS: Final[dict[Mood, str]] = {
    GOOD: """
        gg, ggs, ggwp, gg wp, wp, well played, good game, gj, good job, nice job, nice one, nice,
        nicee, noice, n1, ns, nice shot, glhf, gl hf, good luck have fun, ty, tysm, tyvm, thx,
        thank you, thanks, ilysm, ily, pog, poggers, pogchamp, pog champ, lets go, let's goo,
        let's gooo, lfg, lets fucking go, letsgooo, w, big w, huge w, massive w, dub, goated,
        the goat, insane play, sick play, what a play, clean, so clean, cracked, you're cracked,
        he is cracked, clutch, what a clutch, huge, hype, hyped, i'm so hyped, lit, fire,
        this slaps, slaps, a banger, what a banger, bussin, based, wholesome, so wholesome, cute,
        so cute, adorable, ez clap, we won, we take those, carried by you, gg ez win for us,
        love the stream, great stream, best streamer, congrats, congratz, grats, gz, happy for you,
        you got this, proud of you, welcome back, no problem, np, no worries, anytime, yay, woo,
        woohoo, yesss, finally, worth it, beautiful, gorgeous, amazing, legend, what a legend,
        king, queen, slay, respect, good stuff, looks great, looking forward to it, can't wait,
        not bad, not bad at all, no complaints, can't complain, never been better, that was close
        but we made it, props, clap, first try, flawless, mvp, god tier, chef's kiss, underrated,
        carry me please you are so good, gg everyone, well done, goat, so good, sheesh, my beloved
    """,
    RATHER_GOOD: """
        nt, nice try, lol, lmao, lmfao, rofl, haha, hahaha, xd, xdd, gl, good luck, hf, have fun,
        hi, hello, hey, hi chat, hello chat, hey everyone, good morning, gm, welcome, wb, sup,
        ok cool, cool, sounds good, fair enough, kk nice, ez, that's funny, i'm dead lol,
        im crying lmao
    """,
    FLAT: """
        brb, bbl, afk, afk 5 min, back, gtg, g2g, omw, idk, dunno, tbh, imo, ok, okay, k, kk, yes,
        no, maybe, same, what, who, when, where, how, huh, hm, hmm, any1 on, anyone on, who's on,
        anyone up for a game, lfm, lfg 2 more, need one more, queue up, in queue, what rank are you,
        what time, what time is it, is he live, is it live, when is the next stream, what song,
        song name, song?, what game is this, what server, which patch, patch notes are out, link?,
        check the pinned message, read the rules, see dms, dm me, check dm, ping me, one sec, 1 sec,
        hold on, wait, i'm in the call, join vc, joining now, mid, i go top, go b, push mid, he's
        b site, two left, one left, rotate, drop me an ak, need heals, reset, next round, 5v4,
        i'm downloading it, restarting, on my phone, at work rn, just woke up, i guess, both,
        either one, depends, not sure, never mind, nvm, testing 1 2
    """,
    RATHER_BAD: """
        rip, f, oof, bruh, yikes, cringe, kinda mid, mid tbh, meh, unlucky, unlucko, sus, cope,
        skill issue, salty, so salty, sadge, sigh, welp, ugh, ff, gg go next, go next, lagging,
        i'm lagging, lag, nerf this, pls nerf, scripted, rigged, no shot, ratio, l, smh, tilted,
        oh no, not again, whatever, wtf, tf, sweaty lobby
    """,
    BAD: """
        big l, huge l, massive l, what an l, take the l, ez noob, ez noobs, gg ez trash, noob,
        noobs, noob team, trash, trash team, you're trash, garbage, this team is garbage, bot,
        you're a bot, you suck, u suck, report him, report mid, report this guy, reported, feeder,
        stop feeding, stop inting, inting, he's inting, troll, he's trolling, griefing, cheater,
        hacker, he's cheating, aimbot, uninstall, uninstall the game, delete the game, useless,
        useless team, worst team ever, dog, dogwater, you are dogwater, braindead, clown,
        team diff, jungle diff, support diff, ff15, ff 15, surrender, so toxic, toxic, stfu,
        shut up, kys, kill yourself, go die, get lost, idiot, idiots, moron, stupid, loser,
        pathetic, disgusting, i hate this game, i hate this map, this game sucks, this is so bad,
        so boring, boring, unwatchable, unplayable, dead game, scam, p2w trash, pay to win, refund,
        i'm so mad, i'm tilted, i quit, i'm done with this, i'm so done, not fun,
        this isn't fun, no fun, no skill, ruined, you ruined it, thanks for nothing, what a waste,
        waste of time,
        disappointed, feelsbad, feels bad, feels bad man, pain, so sad, i'm crying, i want to cry,
        nobody cares, i can't take it anymore, worst day ever, terrible, horrible, awful, annoying,
        so annoying, banned for nothing, server is down again, lost again, we lost, so unlucky,
        crashed again, keeps crashing, it won't load again, ping is awful, hardstuck, silver trash
    """,
}


def listed(groups: dict[Mood, str], divider: str | None = None) -> list[tuple[str, Mood]]:
    """Each phrase of `groups` with its mood."""
    return [
        (" ".join(phrase.split()), mood)
        for mood, phrases in groups.items()
        for phrase in phrases.split(divider)
        if phrase.strip()
    ]
