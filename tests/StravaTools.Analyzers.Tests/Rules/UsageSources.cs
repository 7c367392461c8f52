using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Activities;
using StravaTools.Analyzers.Tests.Harness;
using StravaTools.Client;
using StravaTools.Http.Errors;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>Shared by tests of the rules for users: a class that uses the real client.</summary>
internal static class UsageSources
{
    public static AnalyzerTest<TAnalyzer> Of<TAnalyzer>(string body)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new AnalyzerTest<TAnalyzer>().Reference(typeof(StravaClient)).Reference(typeof(ApiException)).Reference(typeof(ActivityFile))
            .Source(ClassWith(body));

    /// <summary>A rule and its fix, on a class with this body before and after the fix.</summary>
    public static CodeFixTest<TAnalyzer, TCodeFix> Fix<TAnalyzer, TCodeFix>(string body, string expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new() =>
        new CodeFixTest<TAnalyzer, TCodeFix>()
            .Reference(typeof(StravaClient)).Reference(typeof(ApiException)).Reference(typeof(ActivityFile))
            .Source(ClassWith(body), ClassWith(expected));

    private static string ClassWith(string body) => $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net;
            using System.Net.Http;
            using System.Net.Http.Headers;
            using System.Text;
            using System.Threading;
            using System.Threading.Tasks;
            using StravaTools.Client;
            using StravaTools.Client.Activities;
            using StravaTools.Client.Photos;
            using StravaTools.Client.Uploads;
            using StravaTools.Http.Authorization;
            using StravaTools.Http.Errors;
            using StravaTools.Http.Pictures;
            using StravaTools.Http.Transport;

            public class User(StravaClient client, ActivityUploader uploader, HttpClient http)
            {
                {{body}}
            }
            """;
}
