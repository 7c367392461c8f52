using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>Shared by tests of the house rules: a small rooms file.</summary>
internal static class HouseSources
{
    public const string Rooms = """
        # a small house
        guard System.Net
        room StravaTools.Activities
        room StravaTools.Client -> StravaTools.Activities, StravaTools.Client.Http
        room StravaTools.Client.Http -> System.Net
        room StravaTools.Client.Uploads -> StravaTools.Client.*, StravaTools.Activities
        allow STRV2002 StravaTools.Client/Program.cs: it prints
        allow STRV2003 StravaTools.Client/Http/Pump.cs Run: it pumps
        """;

    /// <summary>The assembly StravaTools.Client with this rooms file and no sources yet.</summary>
    public static AnalyzerTest<TAnalyzer> Client<TAnalyzer>(string rooms = Rooms, string? id = null)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new AnalyzerTest<TAnalyzer> { AssemblyName = "StravaTools.Client", Id = id }.AdditionalFile("/repo/src/rooms.txt", rooms);

    /// <summary>A class with this body in a file of the client.</summary>
    public static AnalyzerTest<TAnalyzer> InClient<TAnalyzer>(string body, string file = "Uploads/Uploader.cs")
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        Client<TAnalyzer>().Source($$"""
            using System;
            using System.Diagnostics;
            using System.Threading;
            using System.Threading.Tasks;

            public class Sample
            {
                {{body}}
            }
            """, "/repo/src/StravaTools.Client/" + file)
            .Source("class Program; ", "/repo/src/StravaTools.Client/Other/Program.cs");
}
