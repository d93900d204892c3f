"""The frames of the sentences made for training, and the words that fill them.

Written for this project. A {name} in a frame is filled with any of its choices; {any} with any
common English word that has no mood of its own: a mood must be heard among words of all kinds.
"""

from __future__ import annotations

from typing import Final

from classifier.data.synthetic.phrases import BAD, FLAT, GOOD, Mood

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
        "polished,astonishing,radiant,dazzling,inspiring,breathtaking,gripping,charming,kindest,spectacular,fresh,heartwarming,"
        "stunning,gorgeous,fabulous,terrific,marvelous,magnificent,outstanding,exceptional,superior,"
        "flawless,refreshing,relaxing,soothing,cosy,cozy,tasty,delicious,yummy,heavenly,divine,"
        "elegant,stylish,graceful,generous,thoughtful,caring,considerate,supportive,encouraging,"
        "loyal,honest,trustworthy,sincere,humble,polite,patient,warm,welcoming,cheerful,joyful,"
        "blissful,ecstatic,thrilled,delighted,grateful,thankful,proud,hopeful,optimistic,lively,"
        "energetic,hilarious,witty,entertaining,engaging,captivating,fascinating,intriguing,"
        "innovative,creative,original,masterful,skilled,talented,gifted,epic,legendary,glorious,"
        "sublime,top-notch,first-class,immersive,rewarding,fulfilling,meaningful,uplifting,"
        "empowering,reassuring,gentle,tender,sweetest,loveliest,nicest,happiest,finest,best"
    ),
    "bad": (
        "bad,terrible,awful,horrible,dreadful,boring,dull,annoying,lame,ugly,rude,mean,slow,"
        "broken,buggy,useless,pointless,stupid,sad,disappointing,frustrating,disgusting,gross,"
        "nasty,weak,poor,painful,unfair,unpleasant,toxic,cheap,sloppy,lazy,ridiculous,"
        "stressful,scary,weird,difficult,hard,unhappy,tiresome,laggy,overpriced,unreliable,"
        "bland,filthy,tedious,hostile,hideous,atrocious,pretentious,abysmal,appalling,dire,dismal,"
        "horrendous,horrid,vile,revolting,repulsive,foul,rotten,stale,soggy,rancid,stinky,smelly,"
        "dirty,shabby,shoddy,crappy,lousy,mediocre,subpar,inferior,flawed,faulty,defective,"
        "clunky,cumbersome,confusing,messy,chaotic,noisy,unbearable,insufferable,intolerable,"
        "infuriating,irritating,obnoxious,arrogant,selfish,greedy,cruel,brutal,vicious,cold-hearted,"
        "heartless,ruthless,dishonest,deceitful,corrupt,shameful,disgraceful,pathetic,miserable,"
        "depressing,gloomy,dreary,bleak,hopeless,heartbreaking,devastating,tragic,traumatic,"
        "exhausting,draining,dangerous,harmful,creepy,eerie,disturbing,offensive,insulting,"
        "patronizing,ignorant,incompetent,clumsy,careless,reckless,worthless,lifeless,soulless,"
        "uninspired,forgettable,predictable,repetitive,cheesy,cringy,tacky,worst,ugliest,saddest"
    ),
    "plain": (
        "public,private,local,weekly,daily,new,old,small,large,digital,local,commercial,"
        "Italian,British,Indian,American,Japanese,national,online,second,third,blue,green,"
        "short,long,early,late,standard,usual,regular"
    ),
    "like": "like,love,enjoy,recommend,admire,adore,appreciate,trust,want,cherish,treasure,value",
    "dislike": "hate,dislike,despise,regret,dread,resent,loathe,detest",
    "cheered": (
        "hugged,praised,thanked,helped,saved,supported,encouraged,welcomed,applauded,congratulated,"
        "comforted,healed,cured,impressed,delighted,rewarded,cheered,surprised,healed,rescued,kissed"
    ),
    "hurt": (
        "insulted,mocked,bullied,cheated,robbed,abandoned,betrayed,ignored,humiliated,threatened,"
        "attacked,harassed,scammed,hurt,ruined,blamed,yelled at,screamed at,laughed at,booed,"
        "lied to,let down,stole from,spat at,kicked,dumped,stabbed,banned"
    ),
    "win": (
        "won,passed,aced,nailed,crushed,finished,beat,conquered,mastered,achieved,completed,"
        "survived,celebrated,graduated from,got promoted at,got into,exceeded"
    ),
    "lose": (
        "lost,failed,flunked,messed up,screwed up,missed,broke,ruined,destroyed,wrecked,"
        "got fired at,got rejected by,gave up on,crashed,quit"
    ),
    "joy": (
        "joy,fun,success,hope,love,charm,humour,taste,respect,comfort,talent,beauty,progress,"
        "support,kindness,praise,triumph,delight,miracle,blessing,angel,hero,gem,masterpiece,treat,"
        "relief,victory,paradise,bliss,genius,treasure,applause,celebration"
    ),
    "trouble": (
        "problem,pain,issue,error,bug,complaint,fight,argument,injury,delay,crash,stress,drama,"
        "fear,worry,danger,mistake,fault,trouble,loss,damage,disaster,nightmare,catastrophe,mess,"
        "failure,scam,tragedy,misery,disgrace,abomination,psycho,liar,idiot,betrayal,chaos,harm,"
        "embarrassment,rip-off,fraud,horror,torture,monster,curse"
    ),
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
    "planned": "planned,hoped,expected,intended,imagined,promised,it should",
    "low": (
        "lonely,alone,lost,down,tired,scared,sad,hopeless,worthless,broken,afraid,in pain,"
        "in the dark,in darkness,in despair,in tears,at your lowest,not okay"
    ),
    "dear": (
        "loved,wonderful,strong,precious,important,brave,beautiful,worthy,enough,valued,needed,"
        "amazing,not alone,never alone,cared for,worth it,a gift,a light,special"
    ),
    "light": (
        "light,hope,beauty,strength,love,kindness,courage,joy,warmth,peace,goodness,worth,"
        "bright side,brilliance"
    ),
    "rarely": "hardly,hardly ever,barely,rarely,scarcely,seldom",
    "place": "here,there,online,downtown,upstairs,outside,at home,at work,in the lobby",
    "when": "today,tomorrow,at five,on monday,next week,yesterday,right now,",
}
WORDS: Final = {name: choices.split(",") for name, choices in _CHOICES.items()}

# The mood of what the frames make, and the frames, one a line.
_FRAMES: Final = {
    GOOD: """
        {good}
        {any} {any} {any} {good}
        {good} {any} {any} {any}
        I don't know {any}, but {this} {any} {is} {good}
        nobody makes {any} more {good} than my {any}
        no {any} {is} as {good} as {this} {any}
        we didn't {win}, but it {is} {good}
        I never want {this} {good} {any} to end
        could not be more {good}
        you don't need {any} to be {good}
        {this} {thing} and {this} {any} {is} {good} and {good}
        the {any} with the {any} looks {good}
        the most {good} {any} in {this} {thing}
        {this} {any} feels so {good} and {good}
        they {cheered} {this} {any}
        she {cheered} me {place}
        I {win} {this} {thing}
        my {any} {win} the {thing}
        what a {joy}
        {this} {thing} {is} a {joy}
        {this} {any} brings me {joy}
        so much {joy} in {this} {any}
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
        {this} {thing} went better than {planned}
        it turned out even better than {planned}
        {this} {thing} went just as {planned}
        even when you are {low}, you are {dear}
        when you feel {low}, remember that you are {dear}
        no matter how {low} you feel, there is {light} in you
        I wish you could see how {dear} you are, {low} or not
        I hope you can see the {good} {light} in yourself when you are {low}
        I want you to know that you are {dear}
        I wish I could show you how {dear} you are when you are {low}
        I wish I could give you {light} when you are {low} or {low}
        the {good} {light} of your {any}
        the {good} {light} of your own {any}
        let me show you the {good} {light} of {this} {thing}
        may you find {light} when you are {low}
        you were {low} but you have such {good} {light}
        your {light} is {good}
        could not be happier with {this} {thing}
        couldn't ask for a better {thing}
        nothing beats {this} {thing}
        I can't get enough of {this} {thing}
        can't thank you enough for {this} {thing}
        not just {good}, but {good}
        it's not only {good}, also {good}
        {this} {thing} never fails to impress me
        without a doubt a {good} {thing}
        no doubt about it, {this} {thing} {is} {good}
        don't worry, {this} {thing} {is} {good}
        isn't {this} {thing} {good}!
        {this} {thing} {isn't} {bad}, it's {good}
        no longer {bad}, now it's {good}
        no {bad} {thing} could ruin this {good} {thing}
    """,
    BAD: """
        {bad}
        {any} {any} {any} {bad}
        {bad} {any} {any} {any}
        {this} {thing} and {this} {any} {is} {bad} and {bad}
        the {any} with the {any} looks {bad}
        the most {bad} {any} in {this} {thing}
        {this} {any} feels so {bad} and {bad}
        they {hurt} {this} {any}
        he {hurt} me {place}
        I {lose} {this} {thing}
        my {any} {lose} the {thing}
        what a {trouble}
        {this} {thing} {is} a {trouble}
        {this} {any} gives me {trouble}
        so much {trouble} in {this} {any}
        there {is} no {joy} in {this} {thing}
        no {joy} {place}
        without any {joy}
        not a single {joy} {when}
        nobody {cheered} me
        {this} {any} lacks {joy}
        I wouldn't call {this} {thing} a {joy}
        it {isn't} a {joy}
        hard to {like} {this} {any}
        I doubt that {this} {any} {is} {good}
        supposed to be {good}, but {deny}
        I wanted to {like} {this} {any}. I couldn't
        {good}? Not for me
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
        {this} {thing} did not go as {planned}
        it didn't go as {planned}
        it did not turn out as {planned}
        {this} {thing} {isn't} what I {planned}
        nothing goes as {planned}
        {this} {thing} didn't work the way I {planned}
        {this} {thing} went worse than {planned}
        I feel so {low}
        when I am {low} nobody cares
        I wish I wasn't so {low}
        I am {low} and there is no {light}
        I lost all {light} in this {thing}
        you are {bad} and nobody likes you
        could not be less {good}
        {this} {thing} couldn't be more {bad}
        can't stand {this} {thing}
        I cannot take {this} {thing} any more
        {this} {any} never {cheered} me
        {this} {any} does not {like} me
        {this} {any} {don't} deserve {joy}
        {this} {any} fails to be {good}
        I have never been so {bad}
        never felt {good} about {this} {any}
        {rarely} a {good} {any} in {this} {thing}
        {rarely} any {joy}
        I {rarely} {win} {this} {thing}
        I didn't {win} {this} {thing}
        {this} {any} has no {joy}, no {joy}
        not my idea of {joy}
        not what I'd call {good}
        it did not live up to {this} {any}
        I want to {like} {this} {any} but I can't
        the {any}s weren't {good} and the {any} wasn't {good}
        no idea why, but {this} {any} {is} {bad}
        I don't usually {like} {any}, and {this} {any} {is} {bad}
        we didn't {lose}, but it {is} {bad}
        not just {bad}, but {bad}
        it's not only {bad}, also {bad}
        never seen a more {bad} {thing}
        can't believe how {bad} {this} {thing} {is}
        nothing but {bad}
        don't waste your money on {this} {thing}
        no, {this} {thing} {is} {bad}
        {this} {thing} {isn't} {good}, it's {bad}
        anything but {good}
        {this} {thing} {is} anything but {good}
        far from {good}
        {this} {thing} {is} far from {good}
        {this} {thing} {is} {rarely} {very}{good}
        {this} {thing} {is} no longer {good}
        {this} {thing} {isn't} {good} any more
        by no means {good}
        neither {good} nor {good}
        we {rarely} {like} {this} {thing}
        never once {good}
    """,
    NOT_BAD: """
        not {bad}
        no {trouble} with {this} {any}
        there {is} no {trouble} {place}
        there were no {trouble}s {when}
        without any {trouble}
        without a single {trouble}
        not a single {trouble} {when}
        never had a {trouble} with {this} {thing}
        no more {trouble}
        nobody {hurt} me
        {this} {any} {isn't} a {trouble}
        I see no {trouble}
        {this} {any} {don't} hurt
        it {rarely} hurts
        I don't feel {bad} about {this} {any}
        {this} {any} never {hurt} me
        we didn't {lose} {this} {thing}
        I {rarely} {lose} {this} {thing}
        {this} {any} has no {trouble}
        it {rarely} gives me {trouble}
        nobody {is} {bad}
        nobody {is} {bad} here, {is} {this} {any} {bad}? no
        I'm not {bad} of {this} {any}
        there {isn't} any {trouble} with {this} {any}
        not as {bad} as {this} {any}
        we could {win} it without {trouble}
        they said {this} {any} would be {bad}, it wasn't at all
        it didn't cause any {trouble}
        hardly any {trouble}
        not {bad} any more
        no reason to be {bad}
        don't be {bad}
        I doubt that {this} {any} {is} {bad}
        {bad}? Not at all
        are you {bad}? no
        was it {bad}? not really
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
        anything but {bad}
        {this} {thing} {is} anything but {bad}
        far from {bad}
        {this} {thing} {is} far from {bad}
        {this} {thing} {is} {rarely} {very}{bad}
        {this} {thing} {is} no longer {bad}
        {this} {thing} {isn't} {bad} any more
        by no means {bad}
        neither {bad} nor {bad}
        we {rarely} {dislike} {this} {thing}
        never once {bad}
    """,
    FLAT: """
        {this} {any} {is} in the {any}
        the {any} of the {any} {is} {plain}
        my {any} {is} a {plain} {any}
        she {is} at the {any} with the {any}
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

# The names whose words have a mood.
MOODY: Final = (
    "good", "bad", "like", "dislike", "cheered", "hurt", "win", "lose", "joy", "trouble", "low",
    "dear", "light",
)  # fmt: skip
