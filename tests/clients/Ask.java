import java.io.File;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.omegat.core.Core;
import org.omegat.core.data.ProjectProperties;
import org.omegat.core.data.RealProject;
import org.omegat.core.data.SourceTextEntry;
import org.omegat.core.matching.NearString;
import org.omegat.core.statistics.FindMatches;
import org.omegat.filters2.master.PluginUtils;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.util.ProjectFileStorage;

/** Prints what OmegaT's matches pane would offer for each segment of a project, and how it reads a glossary. */
public class Ask {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        Map<String, String> parameters = new HashMap<>();
        PluginUtils.loadPlugins(parameters);
        Core.initializeConsole(parameters);
        ProjectProperties properties = ProjectFileStorage.loadProjectProperties(new File(arguments[0]));
        properties.verifyProject();
        RealProject project = new RealProject(properties);
        Core.setProject(project);
        project.loadProject(true);
        FindMatches matches = new FindMatches(project.getSourceTokenizer(), 5, true, false);
        for (SourceTextEntry entry : project.getAllEntries()) {
            for (NearString near : matches.search(project, entry.getSrcText(), true, false, () -> false)) {
                out.println("match\t" + entry.getSrcText() + "\t" + near.scores[0].score + "\t" + near.translation);
            }
        }
        for (int i = 1; i < arguments.length; i++) {
            for (GlossaryEntry entry : GlossaryReaderTBX.read(new File(arguments[i]), false)) {
                out.println("term\t" + entry.getSrcText() + "\t" + String.join("|", entry.getLocTerms(false)));
            }
        }
        System.exit(0);
    }
}
