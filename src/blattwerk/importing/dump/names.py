_FIRST = """
adrian albert alexander alexandra alfred alina alois amelie ana andrea andreas angela angelika
anita anja anna
anne anneliese annemarie annette anton antonia armin arno astrid august barbara bastian beate
beatrice benedikt
benjamin bernadette bernd bernhard bettina bianca birgit boris brigitte bruno carina carla carmen
carolin caroline
christa christian christiane christina christine christof christoph christopher clara claudia
claudio clemens
conny conrad corinna cornelia daniel daniela david denise dieter dietmar dominic dominik doris
dorothea edith
eduard egon elena elfriede elisa elisabeth elke ella emil emilia emma erich erik erika ernst
erwin esther eva
evelyn fabian felix ferdinand florian franz franziska frederik friedrich gabriel gabriele georg
gerald gerda
gerfried gerhard gerlinde gernot gertrude gottfried gregor gudrun guido günter günther gustav
hanna hannah hannes
hans harald hedwig heidi heike heiko heinrich heinz helena helene helga helmut henrik herbert
hermann herta
hilde horst hubert hugo ida ilse ines ingo ingrid irene iris irmgard isabel isabella jakob jan
jana janine
jasmin jennifer jens jessica joachim joanna jochen johann johanna johannes jonas josef josefine
judith jörg
julia julian juliane jürgen karin karl karla karoline katarina katharina kathrin katja katrin
kerstin klara
klaus klemens konrad konstantin kristina kurt lara laura lea lena leo leon leonhard leonie
leopold lina linda
lisa lorenz lothar louis luca lucia ludwig luisa lukas magdalena maja manfred manuel manuela marc
marcel marco
margarete margit maria marianne marie marina mario marion markus marlene martha martin martina
mathias matthias
max maximilian melanie melissa mia michael michaela michel miriam monika moritz nadine nadja
natalie natascha
nicole niklas nikolaus nina nora norbert oliver olivia oskar otto pascal patricia patrick paul
paula peter petra
philipp pia rainer ralf ralph raphael rebecca regina reinhard reinhold renate rene richard rita
robert roland
roman ronald rosa rosemarie rudolf rupert ruth sabine sabrina samuel sandra sara sarah saskia
sebastian severin
siegfried sigrid silke silvia simon simone sofia sonja sophia sophie stefan stefanie steffen
stephan stephanie
susanna susanne sven sylvia tamara tanja theo theodor theresa therese thomas tim tina tobias tom
toni ulrich
ulrike ulli ursula ute uwe valentin valentina vanessa vera verena veronika viktor viktoria
vincent vinzenz volker
walter waltraud werner wilfried wilhelm willi wolfgang xaver yvonne
"""
FIRST_NAMES = frozenset(_FIRST.split())
